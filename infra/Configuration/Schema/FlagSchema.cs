using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Model.MaxText;
using Infra.Model.Memory;

namespace Infra.Configuration.Schema;

/// <summary>The JSON Schema of one flag in a list of flags.</summary>
internal static class FlagSchema
{
    private const string MeshRule =
        "The product of all `ici_…_parallelism` is the number of devices in a slice (16 for `4x4`); at most one may be -1, which is then inferred.";

    private static readonly string[] ValueTypes = ["string", "number", "boolean", "null"];

    /// <summary>A map of one key, or a text with an equals sign.</summary>
    /// <param name="known">The flags to offer and explain.</param>
    internal static JsonObject Of(ImmutableArray<MaxTextFlag> known) =>
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
            ["patternProperties"] = new JsonObject
            {
                [TextPattern.FlagName] = new JsonObject { ["type"] = SchemaJson.List([.. ValueTypes]) },
            },
            ["additionalProperties"] = false,
            ["pattern"] = TextPattern.FlagText,
            ["patternErrorMessage"] = "Allowed: `- name: value`, `- name=value`, or `- name:` to remove a flag",
        };

    private static JsonObject Value(MaxTextFlag flag)
    {
        var schema = SchemaJson.Described(Text(flag));
        var any = new JsonObject { ["type"] = SchemaJson.List([.. ValueTypes]) };
        var choices = Choices(flag);
        if (choices.IsEmpty)
        {
            schema["type"] = SchemaJson.List([.. ValueTypes]);
            schema["examples"] = SchemaJson.Plain(flag.Examples);
        }
        else
        {
            schema["anyOf"] = new JsonArray(new JsonObject { ["enum"] = SchemaJson.Plain(choices) }, any);
        }

        return schema;
    }

    private static DocText Text(MaxTextFlag flag) =>
        new DocText(flag.Help!).With(
            flag.IsMeshAxis ? MeshRule : "",
            flag.Default.Length > 0 ? $"MaxText's default is {flag.Default}." : ""
        );

    private static ImmutableArray<string> Choices(MaxTextFlag flag) =>
        flag switch
        {
            { Name: "model_name" } => [.. KnownModels.All.Keys],
            { Type: MaxTextFlagType.Boolean } => ["true", "false"],
            _ => flag.Allowed,
        };
}
