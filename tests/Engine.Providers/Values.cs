using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi.Experimental;

namespace Engine.Providers;

/// <summary>Reads and creates the values of the engine.</summary>
internal static class Values
{
    /// <summary>The value at a path such as <c>metadata.name</c>; null if there is none.</summary>
    public static PropertyValue? At(ImmutableDictionary<string, PropertyValue> map, string path)
    {
        var value = new PropertyValue(map);
        foreach (var name in path.Split('.'))
        {
            if (!value.TryGetMap(out var inner) || !inner.TryGetValue(name, out var next))
            {
                return null;
            }

            value = next;
        }

        return value.IsNull ? null : value;
    }

    /// <summary>The string at a path; null if there is no known string.</summary>
    public static string? TextAt(ImmutableDictionary<string, PropertyValue> map, string path) =>
        At(map, path) is { } value && value.TryGetString(out var text) ? text : null;

    /// <summary>A value of JSON.</summary>
    public static PropertyValue FromJson(JsonNode? node) =>
        node switch
        {
            null => PropertyValue.Null,
            JsonObject map => new(
                map.ToImmutableDictionary(entry => entry.Key, entry => FromJson(entry.Value), StringComparer.Ordinal)
            ),
            JsonArray list => new([.. list.Select(FromJson)]),
            JsonValue value when value.TryGetValue<bool>(out var flag) => new(flag),
            JsonValue value when value.TryGetValue<double>(out var number) => new(number),
            _ => new((string)node!),
        };
}
