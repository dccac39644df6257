using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace StackConfig.Schema;

/// <summary>The JSON Schema of a stack file, by which editors complete, explain and check it.</summary>
/// <remarks>
/// What it refuses is refused by the program too, with four exceptions, of which each is better written otherwise: a number or Boolean
/// in quotes, a list or map as JSON in a string, an empty string for no value, and a required key without its prefix. The program refuses more:
/// what only several settings together can break, and numbers where a string has a pattern. The draft is the one that yaml-language-server knows best.
/// </remarks>
internal static class StackSchema
{
    private const string Draft = "http://json-schema.org/draft-07/schema#";

    private static readonly (string Key, string Text)[] OwnKeys =
    [
        ("environment", "Pulumi ESC environments. What they set is not known offline."),
        ("mainEnvironment", "A Pulumi ESC environment. What it sets is not known offline."),
        ("secretsprovider", "What encrypts the secrets. Written by Pulumi."),
        ("encryptedkey", "The encrypted key of the secrets. Written by Pulumi."),
        ("encryptionsalt", "The salt of the secrets' passphrase. Written by Pulumi."),
    ];

    /// <summary>The schema.</summary>
    /// <param name="project">The project's name, which prefixes its keys.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="model">What describes them.</param>
    internal static JsonObject Create(string project, ImmutableArray<SettingDescription> settings, SettingsModel model)
    {
        var values = new ValueSchema(model);
        var schema = new JsonObject
        {
            ["$schema"] = Draft,
            ["title"] = $"A stack of {project}",
            ["type"] = "object",
            ["properties"] = new JsonObject(
                OwnKeys
                    .Select(own => KeyValuePair.Create(own.Key, (JsonNode?)SchemaJson.Described(new(own.Text))))
                    .Prepend(KeyValuePair.Create("config", (JsonNode?)Config(project, settings)))
            ),
            ["additionalProperties"] = false,
            ["definitions"] = new JsonObject(
                settings.Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)values.Create(setting)))
            ),
        };
        RequiredKeys.AddForStack(schema, project, model);
        return schema;
    }

    private static JsonObject Config(string project, ImmutableArray<SettingDescription> settings)
    {
        var schema = SchemaJson.Described(new("The settings of the stack."));
        schema["type"] = SchemaJson.Type(["object"], mayBeNull: true);
        schema["properties"] = new JsonObject(
            settings.Select(setting => KeyValuePair.Create($"{project}:{setting.Key}", (JsonNode?)Definition(setting)))
        );
        schema["patternProperties"] = OtherForms(project, settings);
        schema["additionalProperties"] = Secret();
        return schema;
    }

    /// <summary>The forms of a key that Pulumi also reads, and the keys of other namespaces, which are not ours to check.</summary>
    private static JsonObject OtherForms(string project, ImmutableArray<SettingDescription> settings)
    {
        var forms = settings.Select(setting =>
            KeyValuePair.Create($"^({project}:config:)?{setting.Key}$", (JsonNode?)Definition(setting))
        );
        return new JsonObject(forms)
        {
            [$"^(?!{project}:)[^:]*:(config:)?[^:]*$"] = new JsonObject(),
            [$"^(?!{project}:)({string.Join('|', Misspellings(project))}):"] = new JsonObject
            {
                ["deprecationMessage"] = $"Not read, because it is not a key of {project}. Did you mean \"{project}\"?",
            },
        };
    }

    /// <summary>Patterns of a name with a letter left out, added or replaced, or two neighbors swapped.</summary>
    private static IEnumerable<string> Misspellings(string name) =>
        Enumerable
            .Range(0, name.Length)
            .SelectMany(at =>
                new[]
                {
                    name.Remove(at, 1),
                    $"{name[..at]}[^:]{name[at..]}",
                    $"{name[..at]}[^:]{name[(at + 1)..]}",
                    at + 1 < name.Length ? $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}" : $"{name}[^:]",
                }
            )
            .Distinct(StringComparer.Ordinal);

    private static JsonObject Definition(SettingDescription setting) =>
        new() { ["$ref"] = $"#/definitions/{setting.Key}" };

    private static JsonObject Secret()
    {
        var schema = SchemaJson.Described(
            new("An encrypted text, to which containers refer by this key: `pulumi config set --secret KEY`.")
        );
        schema["type"] = "object";
        schema["required"] = SchemaJson.List(["secure"]);
        schema["properties"] = new JsonObject { ["secure"] = new JsonObject { ["type"] = "string" } };
        schema["additionalProperties"] = false;
        return schema;
    }
}
