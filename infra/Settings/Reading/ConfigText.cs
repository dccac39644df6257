using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Settings.Reading;

/// <summary>The text of a top-level value as the Pulumi CLI hands it to a program, read back into a node.</summary>
/// <remarks>
/// The CLI hands every value over as text and does not say what it was (<c>Map.Decrypt</c> in
/// sdk/go/common/resource/config/map.go): lists and maps as JSON, nothing (<c>key:</c>) as the empty text. So a text that is the JSON
/// of a list or a map is that list or map, an empty text is no value, and the same rule holds for a stack file.
/// </remarks>
internal static class ConfigText
{
    // No field, so that .NET loads its JSON library only for texts that are JSON.
    private static JsonDocumentOptions Options =>
        new() { MaxDepth = YamlTreeParser.DeepestNode, AllowDuplicateProperties = false };

    /// <summary>Reads a top-level text.</summary>
    internal static SettingNode Read(string text, SettingPlace place)
    {
        if (text.Length == 0)
        {
            return new NullNode(place);
        }

        return text[0] is '[' or '{' && Structure(text, place) is { } structure
            ? structure
            : new ScalarNode(place, ScalarKind.Any, text);
    }

    private static SettingNode? Structure(string text, SettingPlace place)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Options);
            return Node(json.RootElement, place);
        }
        catch (Exception noJson) when (noJson is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static SettingNode Node(JsonElement value, SettingPlace place) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => new ListNode(place, Items(value, place)),
            JsonValueKind.Object => new MapNode(place, Entries(value, place)),
            JsonValueKind.String => new ScalarNode(place, ScalarKind.Text, value.GetString()!),
            JsonValueKind.Number => new ScalarNode(place, ScalarKind.Number, GoNumber.FromJson(value.GetRawText())),
            JsonValueKind.True => new ScalarNode(place, ScalarKind.Bool, "true"),
            JsonValueKind.False => new ScalarNode(place, ScalarKind.Bool, "false"),
            _ => new NullNode(place),
        };

    private static ImmutableArray<SettingNode> Items(JsonElement list, SettingPlace place) =>
        [
            .. list.EnumerateArray()
                .Select((item, index) => Node(item, place with { Key = KeyPath.Item(place.Key, index) })),
        ];

    private static OrderedDictionary<string, SettingNode> Entries(JsonElement map, SettingPlace place)
    {
        var nodes = new Dictionary<string, SettingNode>(StringComparer.Ordinal);
        foreach (var entry in map.EnumerateObject())
        {
            nodes.Add(entry.Name, Node(entry.Value, place with { Key = KeyPath.Entry(place.Key, entry.Name) }));
        }

        return OrdinalMap.Of(nodes);
    }
}
