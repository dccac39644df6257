using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace StackConfig.Schema;

/// <summary>The JSON Schema of a flag in a list of flags.</summary>
internal static class FlagSchema
{
    /// <summary>A map with one key, or a string with an equals sign.</summary>
    /// <param name="known">The flags to check, and to offer and explain where they have a description.</param>
    internal static JsonObject Create(ImmutableArray<KnownFlag> known) =>
        new()
        {
            ["type"] = SchemaJson.Type(["object", "string"], mayBeNull: false),
            ["minProperties"] = 1,
            ["maxProperties"] = 1,
            ["properties"] = new JsonObject(
                known
                    .Where(flag => flag.Help is not null)
                    .Select(flag => KeyValuePair.Create(flag.Name, (JsonNode?)Value(flag)))
            ),
            ["patternProperties"] = new JsonObject(
                known
                    .Where(flag => flag.Help is null)
                    .GroupBy(flag => (flag.Type, flag.Refusal), flag => flag.Name)
                    .Where(group => group.Key is not (FlagType.String, null))
                    .Select(group => KeyValuePair.Create(Names(group), (JsonNode?)Unexplained(group.Key)))
                    .Append(KeyValuePair.Create(TextPattern.FlagName, (JsonNode?)Typed(FlagType.String)))
            ),
            ["additionalProperties"] = false,
            ["pattern"] = TextPattern.FlagText,
            ["patternErrorMessage"] = "Allowed: `- name: value`, `- name=value`, or `- name:` to remove a flag",
        };

    private static string Names(IEnumerable<string> names) => $"^({string.Join('|', names)})$";

    private static JsonObject Unexplained((FlagType Type, string? Refusal) flag) =>
        flag.Refusal is { } refusal
            ? new() { ["not"] = new JsonObject(), ["deprecationMessage"] = refusal }
            : Typed(flag.Type);

    private static JsonObject Value(KnownFlag flag)
    {
        var schema = SchemaJson.Described(new DocText(flag.Help!));
        if (flag.AllowsOthers)
        {
            schema["anyOf"] = new JsonArray(
                new JsonObject { ["enum"] = SchemaJson.Plain(flag.Choices) },
                Typed(flag.Type)
            );
        }
        else if (flag.Choices.Length > 0)
        {
            schema["enum"] = new JsonArray([.. flag.Choices.Select(SchemaJson.Plain), null]);
        }
        else
        {
            schema["type"] = Typed(flag.Type)["type"]!.DeepClone();
            if (flag.Examples.Length > 0)
            {
                schema["examples"] = SchemaJson.Plain(flag.Examples);
            }
        }

        return schema;
    }

    /// <summary>A value of a type, or none, which removes the flag.</summary>
    private static JsonObject Typed(FlagType type) =>
        new()
        {
            ["type"] = SchemaJson.Type(
                type switch
                {
                    FlagType.Integer => ["integer"],
                    FlagType.Number => ["number"],
                    FlagType.Boolean => ["boolean"],
                    _ => ["string", "number", "boolean"],
                },
                mayBeNull: true
            ),
        };
}
