using System.Collections.Immutable;

namespace Infra.Settings.Reading;

/// <summary>Reads the keys under <c>config:</c> of <c>Pulumi.yaml</c>.</summary>
/// <remarks>
/// sdk/go/common/workspace/project.go: a text, whole number, truth value or list is short for <c>default:</c> (<c>RewriteShorthandConfigValues</c>);
/// <c>Project.Validate</c> holds the rules of a declaration, pkg/workspace/config.go those of a stack's values.
/// </remarks>
internal sealed class DeclarationReader(YamlFile file)
{
    private readonly YamlSettings _settings = new(file);

    /// <summary>Reads the declarations; what cannot be understood is a problem and left out.</summary>
    internal static ImmutableArray<Declaration> Read(YamlMap config, string project, YamlFile file)
    {
        var reader = new DeclarationReader(file);
        return
        [
            .. YamlEntries
                .Of(config, "config", file)
                .Select(entry => reader.Declared(entry, project))
                .OfType<Declaration>(),
        ];
    }

    private Declaration? Declared(YamlEntry entry, string project)
    {
        if (ConfigKey.Parse(entry.Key, project) is not { } key || key.Name.AsSpan().ContainsAny('.', '[', '"'))
        {
            file.Error(
                KeyPath.Entry("config", entry.Key),
                entry.Line,
                "is no key of a setting; accepted: `name` or `namespace:name`"
            );
            return null;
        }

        var place = new SettingPlace(KeyPath.Entry("", key.Name), file.Name, entry.Line);
        return entry.Value is YamlMap map
            ? Full(key, place, map)
            : new Declaration(
                key,
                place,
                Value(entry.Value, place) is NullNode ? null : Value(entry.Value, place),
                Type: null,
                Secret: false
            );
    }

    private Declaration Full(ConfigKey key, SettingPlace place, YamlMap map)
    {
        var parts = YamlEntries.Of(map, place.Key, file).ToDictionary(part => part.Key, StringComparer.Ordinal);
        if (parts.ContainsKey("default") && parts.ContainsKey("value"))
        {
            file.Error(place.Key, place.Line, "has both `default` and `value`; keep one");
        }

        var written = parts.GetValueOrDefault("default").Value ?? parts.GetValueOrDefault("value").Value;
        var value = written is null or YamlScalar { Quoted: false, Text: "" or "~" or "null" }
            ? null
            : Value(written, place);
        var type = parts.ContainsKey("type") ? Type(map, place) : null;
        if (type is not null && value is not null && !type.Accepts(value))
        {
            file.Error(place.Key, place.Line, $"the default is not of the declared type; accepted: {type}");
        }

        var secret = parts.GetValueOrDefault("secret").Value is YamlScalar { Text: "true" or "True" or "TRUE" };
        return new Declaration(key, place, value, type, secret);
    }

    private DeclaredType? Type(YamlMap map, SettingPlace place)
    {
        var parts = YamlEntries.Of(map, place.Key, file).ToDictionary(part => part.Key, StringComparer.Ordinal);
        var name = (parts.GetValueOrDefault("type").Value as YamlScalar)?.Text ?? "";
        var items = parts.GetValueOrDefault("items").Value is YamlMap inner ? Type(inner, place) : null;
        if (DeclaredType.Names.Contains(name) && (name != "array" || items is not null))
        {
            return new DeclaredType(name, items);
        }

        file.Error(
            place.Key,
            place.Line,
            $"`type` is not understood; accepted: {string.Join(", ", DeclaredType.Names)}; an array also needs `items`"
        );
        return null;
    }

    private SettingNode Value(YamlNode value, SettingPlace place)
    {
        var node = _settings.TopLevel(place.Key, value, place.Line ?? value.Line);
        if (node is not SecretNode)
        {
            return node;
        }

        file.Error(
            node.Place.Key,
            node.Place.Line,
            "an encrypted value may stand in a stack file only, not in Pulumi.yaml"
        );
        return new NullNode(place);
    }
}
