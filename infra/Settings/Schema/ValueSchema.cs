using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Settings.Binding;
using Infra.Settings.Servings;

namespace Infra.Settings.Schema;

/// <summary>The JSON Schema of settings.</summary>
/// <remarks>
/// <c>markdownDescription</c>, <c>markdownEnumDescriptions</c> and <c>patternErrorMessage</c> are what yaml-language-server and Visual Studio
/// Code read besides the standard.
/// </remarks>
internal sealed class ValueSchema
{
    private static readonly string[] FlagTypes = ["string", "number", "boolean", "null"];
    private readonly ScalarBinding _scalars = new(ScalarTypes.All);
    private readonly ScalarSchema _scalar;

    internal ValueSchema() => _scalar = new(_scalars, DocComments.Read());

    /// <summary>What the value of a setting has to be, with what explains it.</summary>
    internal JsonObject Of(SettingDescription setting)
    {
        var schema = Described(setting.Text.With(setting.Remarks.Markdown, _scalar.Accepted(setting.Value)));
        Fill(schema, setting.Value, setting, mayBeNull: !setting.IsRequired);
        if (_scalars.Binds(setting.Value.Type) || setting.Within.IsEmpty)
        {
            AddDefault(schema, setting.Default);
        }

        return schema;
    }

    /// <summary>A schema that only explains.</summary>
    internal static JsonObject Described(DocText text)
    {
        var schema = new JsonObject { ["description"] = text.Plain };
        if (text.Plain != text.Markdown)
        {
            schema["markdownDescription"] = text.Markdown;
        }

        return schema;
    }

    private static void AddDefault(JsonObject schema, object? value)
    {
        if (SchemaJson.Value(value) is { } json)
        {
            schema["default"] = json;
        }
    }

    private void Fill(JsonObject schema, ValueShape shape, SettingDescription setting, bool mayBeNull)
    {
        if (_scalars.Binds(shape.Type))
        {
            _scalar.Fill(schema, shape, mayBeNull);
            return;
        }

        var isList = shape.Form is ValueForm.List or ValueForm.Flags;
        schema["type"] = SchemaJson.Type([isList ? "array" : "object"], mayBeNull);
        switch (shape.Form)
        {
            case ValueForm.Flags:
                schema["items"] = Flag(setting.KnownFlags);
                break;
            case ValueForm.List:
                AddLength(schema, shape.Rules);
                schema["items"] = Inner(shape.Argument(0), setting, mayBeNull: false);
                break;
            case ValueForm.Map:
                schema["additionalProperties"] = Inner(shape.Argument(1), setting, shape.Argument(1).MayBeNull);
                break;
            default:
                AddKeys(schema, setting.Within);
                break;
        }
    }

    private JsonObject Inner(ValueShape shape, SettingDescription setting, bool mayBeNull)
    {
        var schema = new JsonObject();
        Fill(schema, shape, setting, mayBeNull);
        return schema;
    }

    private void AddKeys(JsonObject schema, ImmutableArray<SettingDescription> keys)
    {
        ImmutableArray<string?> required = [.. keys.Where(key => key.IsRequired).Select(key => key.Key)];
        if (required.Length > 0)
        {
            schema["required"] = SchemaJson.List(required);
        }

        schema["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create(key.Key, (JsonNode?)Of(key))));
        schema["additionalProperties"] = false;
    }

    private static void AddLength(JsonObject schema, ValueRules rules)
    {
        if (rules.Least is { } least)
        {
            schema["minItems"] = least;
        }

        if (rules.Most is { } most)
        {
            schema["maxItems"] = most;
        }
    }

    private static JsonObject Flag(ImmutableArray<KnownFlag> known) =>
        new()
        {
            ["type"] = SchemaJson.Type(["object", "string"], mayBeNull: false),
            ["minProperties"] = 1,
            ["maxProperties"] = 1,
            ["properties"] = new JsonObject(
                known.Select(flag => KeyValuePair.Create(flag.Name, (JsonNode?)FlagValue(flag)))
            ),
            ["patternProperties"] = new JsonObject
            {
                [TextPattern.FlagName] = new JsonObject { ["type"] = SchemaJson.List([.. FlagTypes]) },
            },
            ["additionalProperties"] = false,
            ["pattern"] = TextPattern.FlagText,
            ["patternErrorMessage"] = "accepted: `- name: value`, `- name=value`, or `- name:` to remove a flag",
        };

    private static JsonObject FlagValue(KnownFlag flag)
    {
        var schema = Described(new DocText(flag.Text));
        var any = new JsonObject { ["type"] = SchemaJson.List([.. FlagTypes]) };
        if (flag.Choices.IsEmpty)
        {
            schema["type"] = SchemaJson.List([.. FlagTypes]);
            schema["examples"] = SchemaJson.Plain(flag.Examples);
        }
        else
        {
            schema["anyOf"] = new JsonArray(new JsonObject { ["enum"] = SchemaJson.Plain(flag.Choices) }, any);
        }

        return schema;
    }
}
