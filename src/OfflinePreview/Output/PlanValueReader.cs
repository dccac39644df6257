using System.Text.Json;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>Reads what <see cref="PlanValueWriter"/> wrote, and plain JSON.</summary>
internal static class PlanValueReader
{
    /// <summary>Reads a value; null for null.</summary>
    /// <exception cref="PlanFormatException">An object with a key that starts with <c>$</c> is not in the notation of the writer.</exception>
    public static PlanValue? Read(JsonElement value) => Read(value, ReadObject);

    /// <summary>Reads JSON in which <c>$</c> has no meaning; null for null.</summary>
    public static PlanValue? ReadPlain(JsonElement value) => Read(value, map => ReadMap(map, ReadPlain));

    private static PlanValue? Read(JsonElement value, Func<JsonElement, PlanValue> readObject) =>
        value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => new PlanNumber(value.GetRawText()),
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => new PlanList([
                .. value.EnumerateArray().Select(item => Read(item, readObject)).OfType<PlanValue>(),
            ]),
            JsonValueKind.Object => readObject(value),
            _ => null,
        };

    private static PlanMap ReadMap(JsonElement map, Func<JsonElement, PlanValue?> read)
    {
        var entries = new List<PlanEntry>(map.GetPropertyCount());
        foreach (var field in map.EnumerateObject())
        {
            if (read(field.Value) is { } value)
            {
                entries.Add(new(field.Name, value));
            }
        }

        return PlanMap.FromEntries([.. entries]);
    }

    private static PlanValue ReadObject(JsonElement value)
    {
        foreach (var field in value.EnumerateObject())
        {
            if (PlanValueWriter.IsReserved(field.Name))
            {
                return ReadReserved(field.Name, value.GetPropertyCount() == 1 ? field.Value : default);
            }
        }

        return ReadMap(value, Read);
    }

    private static PlanValue ReadReserved(string key, JsonElement value) =>
        (key, value.ValueKind) switch
        {
            (PlanValueWriter.Unknown, JsonValueKind.String) => PlanString.Unknown(value.GetString()!),
            (PlanValueWriter.Secret, JsonValueKind.String or JsonValueKind.Null) => PlanString.FromSegments([
                new StringSegment.Secret(value.GetString()),
            ]),
            (PlanValueWriter.Concat, JsonValueKind.Array) => PlanString.FromSegments(
                value.EnumerateArray().SelectMany(ReadParts)
            ),
            (PlanValueWriter.Map, JsonValueKind.Object) => ReadMap(value, Read),
            _ => throw new PlanFormatException(
                $"An object with the key \"{key}\" cannot be read. Allowed, with no other key beside: "
                    + $"{PlanValueWriter.Unknown} (a string), {PlanValueWriter.Secret} (a string or null), "
                    + $"{PlanValueWriter.Concat} (a list of strings and such objects), {PlanValueWriter.Map} (an object)."
            ),
        };

    private static IEnumerable<StringSegment> ReadParts(JsonElement part) =>
        Read(part) is PlanString text
            ? text.Segments
            : throw new PlanFormatException($"A part of {PlanValueWriter.Concat} is not a string.");
}
