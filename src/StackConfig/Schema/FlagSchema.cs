using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace StackConfig.Schema;

/// <summary>The JSON Schema of a flag in a list of flags.</summary>
internal static class FlagSchema
{
    private static readonly string[] ValueTypes = ["string", "number", "boolean", "null"];

    /// <summary>A map with one key, or a string with an equals sign.</summary>
    /// <param name="known">The flags to offer and explain.</param>
    internal static JsonObject Create(ImmutableArray<KnownFlag> known) =>
        new()
        {
            ["type"] = SchemaJson.Type(["object", "string"], mayBeNull: false),
            ["minProperties"] = 1,
            ["maxProperties"] = 1,
            ["properties"] = new JsonObject(
                known.Select(flag => KeyValuePair.Create(flag.Name, (JsonNode?)Value(flag)))
            ),
            ["patternProperties"] = new JsonObject
            {
                [TextPattern.FlagName] = new JsonObject { ["type"] = SchemaJson.List([.. ValueTypes]) },
            },
            ["additionalProperties"] = false,
            ["pattern"] = TextPattern.FlagText,
            ["patternErrorMessage"] = "Allowed: `- name: value`, `- name=value`, or `- name:` to remove a flag",
        };

    private static JsonObject Value(KnownFlag flag)
    {
        var schema = SchemaJson.Described(new DocText(flag.Help));
        var any = new JsonObject { ["type"] = SchemaJson.List([.. ValueTypes]) };
        if (flag.Choices.IsEmpty)
        {
            schema["type"] = SchemaJson.List([.. ValueTypes]);
            schema["examples"] = SchemaJson.Plain(flag.Examples);
        }
        else
        {
            schema["anyOf"] = new JsonArray(new JsonObject { ["enum"] = SchemaJson.Plain(flag.Choices) }, any);
        }

        return schema;
    }
}
