using System.Collections.Immutable;

namespace Infra.Settings.Reading;

/// <summary>Reads the keys under <c>config:</c> of <c>Pulumi.yaml</c>.</summary>
/// <remarks>
/// sdk/go/common/workspace/project.go: a text, whole number, truth value or list is short for <c>default:</c>
/// (<c>RewriteShorthandConfigValues</c>); <c>Validate</c> holds the rules of a declaration.
/// </remarks>
internal sealed class DeclarationReader(YamlFile file)
{
    private readonly YamlSettings _settings = new(file);

    /// <summary>Reads the declarations; what cannot be understood is a problem and left out.</summary>
    internal static ImmutableArray<Declaration> Read(YamlMap config, string project, YamlFile file)
    {
        var reader = new DeclarationReader(file);
        var entries = YamlEntries.Of(config, "config", file);
        return [.. entries.Select(entry => reader.Declared(entry, project)).OfType<Declaration>()];
    }

    private Declaration? Declared(YamlEntry entry, string project)
    {
        if (ConfigKey.Parse(entry.Key, project) is not { } key || key.Name.AsSpan().ContainsAny('.', '[', '"'))
        {
            file.Error(
                KeyPath.Entry("config", entry.Key),
                entry.Line,
                $"is no key of a setting; accepted: {ConfigKey.Accepted}"
            );
            return null;
        }

        var place = new SettingPlace(KeyPath.Entry("", key.Name), file.Name, entry.Line);
        return entry.Value is YamlMap map
            ? Full(key, place, map)
            : new Declaration(key, place, Default(entry.Value, place), Type: null, Secret: false);
    }

    private Declaration Full(ConfigKey key, SettingPlace place, YamlMap map)
    {
        var parts = Parts(map, place);
        var (standard, value) = (parts.GetValueOrDefault("default"), parts.GetValueOrDefault("value"));
        if (standard is not null && value is not null)
        {
            file.Error(place.Key, place.Line, "has both `default` and `value`; accepted: one of them");
        }

        var declared = new Declaration(
            key,
            place,
            Default(standard ?? value, place),
            parts.ContainsKey("type") ? Type(parts, place) : null,
            parts.GetValueOrDefault("secret") is YamlScalar { Text: "true" or "True" or "TRUE" }
        );
        if (declared is { Default: { } node, Type: { } type } && !type.Accepts(node))
        {
            file.Error(place.Key, place.Line, $"has a default that is not of its type; accepted: {type}");
        }

        return declared;
    }

    private DeclaredType? Type(Dictionary<string, YamlNode> parts, SettingPlace place)
    {
        var name = (parts.GetValueOrDefault("type") as YamlScalar)?.Text ?? "";
        var items = parts.GetValueOrDefault("items") is YamlMap inner ? Type(Parts(inner, place), place) : null;
        var type = DeclaredType.Of(name, items);
        if (type is null)
        {
            file.Error(place.Key, place.Line, $"has no known `type`; accepted: {DeclaredType.Accepted}");
        }

        return type;
    }

    /// <summary>A default as the CLI hands it over; null for none.</summary>
    private SettingNode? Default(YamlNode? value, SettingPlace place)
    {
        if (value is null or YamlScalar { IsNull: true })
        {
            return null;
        }

        var node = _settings.TopLevel(place.Key, value, place.Line ?? value.Line);
        if (node is SecretNode secret)
        {
            file.Error(
                secret.Place.Key,
                secret.Place.Line,
                "is encrypted; accepted: encrypted values stand in a stack file only"
            );
            return new NullNode(place);
        }

        return node;
    }

    private Dictionary<string, YamlNode> Parts(YamlMap map, SettingPlace place) =>
        YamlEntries.Of(map, place.Key, file).ToDictionary(part => part.Key, part => part.Value, StringComparer.Ordinal);
}
