using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StackConfig.Binding;

namespace StackConfig.Schema;

/// <summary>The JSON Schema of settings.</summary>
/// <remarks>
/// <c>markdownDescription</c>, <c>markdownEnumDescriptions</c> and <c>patternErrorMessage</c> are what yaml-language-server and Visual Studio
/// Code read besides the standard.
/// </remarks>
internal sealed class ValueSchema
{
    private readonly ScalarBinding _scalars;
    private readonly ScalarSchema _scalar;
    private readonly string _presetKey;

    internal ValueSchema(SettingsModel model)
    {
        _presetKey = model.PresetKey;
        _scalars = new(model.ScalarTypes);
        _scalar = new(model, _scalars, DocComments.Read(model.Type.Assembly));
    }

    /// <summary>What the value of a setting has to be, with what explains it.</summary>
    internal JsonObject Create(SettingDescription setting)
    {
        var schema = SchemaJson.Described(setting.Text.With(setting.Remarks.Markdown, _scalar.Accepted(setting.Value)));
        Fill(schema, setting.Value, setting, mayBeNull: !setting.IsRequired);
        if (_scalars.Binds(setting.Value.Type) || setting.Within.IsEmpty)
        {
            AddDefault(schema, setting.Default);
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
                schema["items"] = FlagSchema.Create(setting.KnownFlags);
                break;
            case ValueForm.List:
                AddLength(schema, shape.Rules);
                schema["items"] = Inner(shape.Argument(0), setting, mayBeNull: false);
                break;
            case ValueForm.Map:
                schema["additionalProperties"] = Inner(shape.Argument(1), setting, mayBeNull: true);
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

        schema["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create(key.Key, (JsonNode?)Create(key))));
        schema["additionalProperties"] = false;
        RequiredKeys.AddWithoutPreset(schema, keys, _presetKey);
    }

    private static void AddLength(JsonObject schema, ValueRules rules)
    {
        if (rules.MinLength is { } min)
        {
            schema["minItems"] = min;
        }

        if (rules.MaxLength is { } max)
        {
            schema["maxItems"] = max;
        }
    }
}
