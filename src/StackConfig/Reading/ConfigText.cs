using System.Collections.Immutable;
using System.Text.Json;

namespace StackConfig.Reading;

/// <summary>The text of a top-level value as the Pulumi CLI hands it to a program, read back into a node.</summary>
/// <remarks>
/// The CLI hands every value over as text and does not say what it was (<c>Map.Decrypt</c> in
/// sdk/go/common/resource/config/map.go): lists and maps as JSON, nothing (<c>key:</c>) as the empty string. So a string that is the JSON
/// of a list or a map is that list or map, an empty string means no value, and the same rule holds for a stack file.
/// </remarks>
internal static class ConfigText
{
    // No field, so that .NET loads its JSON library only for texts that are JSON.
    private static JsonDocumentOptions Options =>
        new() { MaxDepth = YamlEvents.MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a top-level text.</summary>
    internal static SettingNode Read(string text, SourceLocation location)
    {
        if (text.Length == 0)
        {
            return new NullNode(location);
        }

        return text[0] is '[' or '{' && Structure(text, location) is { } structure
            ? structure
            : new ScalarNode(location, ScalarKind.Any, text);
    }

    /// <summary>
    /// A top-level value of a file as the engine would hand it over, except that secrets in a list or a map stay where they are: each is
    /// an error with its own location. To the CLI, one of them makes the whole value a secret (<c>object.Secure</c> in
    /// sdk/go/common/resource/config/object.go).
    /// </summary>
    internal static SettingNode FromFile(SettingNode value) =>
        value is ScalarNode scalar ? Read(scalar.Text, scalar.Location) : value;

    private static SettingNode? Structure(string text, SourceLocation location)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Options);
            return CreateValue(json.RootElement, location);
        }
        catch (Exception noJson) when (noJson is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static SettingNode CreateValue(JsonElement value, SourceLocation location) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => new ListNode(location, Items(value, location)),
            JsonValueKind.Object => new MapNode(location, Entries(value, location)),
            JsonValueKind.String => new ScalarNode(location, ScalarKind.String, value.GetString()!),
            JsonValueKind.Number => new ScalarNode(location, ScalarKind.Number, value.GetRawText()),
            JsonValueKind.True => new ScalarNode(location, ScalarKind.Bool, "true"),
            JsonValueKind.False => new ScalarNode(location, ScalarKind.Bool, "false"),
            _ => new NullNode(location),
        };

    private static ImmutableArray<SettingNode> Items(JsonElement list, SourceLocation location) =>
        [
            .. list.EnumerateArray()
                .Select((item, index) => CreateValue(item, location with { Key = KeyPath.Item(location.Key, index) })),
        ];

    private static SortedList<string, SettingNode> Entries(JsonElement map, SourceLocation location)
    {
        var nodes = new Dictionary<string, SettingNode>(StringComparer.Ordinal);
        foreach (var entry in map.EnumerateObject())
        {
            nodes.Add(
                entry.Name,
                CreateValue(entry.Value, location with { Key = KeyPath.Entry(location.Key, entry.Name) })
            );
        }

        return new SortedList<string, SettingNode>(nodes, StringComparer.Ordinal);
    }
}
