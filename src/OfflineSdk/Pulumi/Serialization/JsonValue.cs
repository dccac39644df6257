using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Converts JSON to the values that mocks receive; nulls are kept.</summary>
internal static class JsonValue
{
    public static object? Read(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .ToImmutableDictionary(entry => entry.Name, entry => Read(entry.Value)!),
            JsonValueKind.Array => element.EnumerateArray().Select(Read).ToImmutableArray(),
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.GetDouble(),
            JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
            _ => null,
        };
}
