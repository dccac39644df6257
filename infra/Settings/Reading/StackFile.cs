using System.Collections.Immutable;

namespace Infra.Settings.Reading;

/// <summary>The content of a stack file, with the project's defaults merged in.</summary>
internal sealed class StackFile(ProjectFile project, YamlFile file)
{
    private static readonly ImmutableArray<string> Ignored = ["secretsprovider", "encryptedkey", "encryptionsalt"];
    private static readonly ImmutableArray<string> Environments = ["environment", "mainEnvironment"];

    private readonly YamlSettings _settings = new(file);
    private readonly SortedDictionary<string, SettingNode> _entries = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SettingPlace> _foreign = new(StringComparer.Ordinal);

    /// <summary>The document of a stack file's root.</summary>
    internal SettingsDocument Document(string stack, YamlMap root)
    {
        foreach (var entry in YamlEntries.Of(root, "", file))
        {
            Top(entry);
        }

        foreach (var declaration in project.Declarations)
        {
            Merge(declaration);
        }

        return new SettingsDocument(
            project.Name,
            stack,
            _entries.ToImmutableSortedDictionary(StringComparer.Ordinal),
            [.. _foreign.Values]
        );
    }

    private void Top(YamlEntry entry)
    {
        if (entry.Key == "config")
        {
            Config(entry);
        }
        else if (Environments.Contains(entry.Key))
        {
            file.Warning(
                entry.Key,
                entry.Line,
                "settings that come from a Pulumi ESC environment are not known offline"
            );
        }
        else if (!Ignored.Contains(entry.Key))
        {
            string[] accepted = ["config", .. Environments, .. Ignored];
            var key = KeyPath.Entry("", entry.Key);
            file.Error(
                key,
                entry.Line,
                $"is no key of a stack file; settings stand below `config:`; accepted: {string.Join(", ", accepted)}"
            );
        }
    }

    private void Config(YamlEntry config)
    {
        if (config.Value is not YamlMap map)
        {
            if (config.Value is not YamlScalar { Quoted: false, Text: "" or "~" or "null" })
            {
                file.Error("config", config.Line, "takes a map of settings");
            }

            return;
        }

        foreach (var entry in YamlEntries.Of(map, "config", file))
        {
            Setting(entry);
        }
    }

    private void Setting(YamlEntry entry)
    {
        if (ConfigKey.Parse(entry.Key, project.Name) is not { } key)
        {
            var path = KeyPath.Entry("config", entry.Key);
            file.Error(path, entry.Line, "is no key of a setting; accepted: `name` or `namespace:name`");
        }
        else if (key.Namespace != project.Name)
        {
            _foreign[key.ToString()] = new SettingPlace(key.ToString(), file.Name, entry.Line);
        }
        else if (!_entries.TryAdd(key.Name, _settings.TopLevel(KeyPath.Entry("", key.Name), entry.Value, entry.Line)))
        {
            var first = _entries[key.Name].Place.Line;
            file.Error(
                KeyPath.Entry("", key.Name),
                entry.Line,
                $"is set twice, with and without `{project.Name}:`, first in line {first}"
            );
        }
    }

    private void Merge(Declaration declaration)
    {
        var (key, place) = (declaration.Key, declaration.Place);
        if (key.Namespace != project.Name)
        {
            _foreign.TryAdd(key.ToString(), place with { Key = key.ToString() });
        }
        else if (_entries.TryGetValue(key.Name, out var value))
        {
            Check(declaration, value);
        }
        else if (declaration.Default is { } standard)
        {
            _entries.Add(key.Name, standard);
        }
        else
        {
            file.Error(
                place.Key,
                null,
                $"is missing; {place.File} declares it without a default, so that every stack must set it"
            );
        }
    }

    private void Check(Declaration declaration, SettingNode value)
    {
        var place = value.Place;
        if (declaration.Secret && value is not SecretNode)
        {
            file.Error(
                place.Key,
                place.Line,
                $"must be encrypted (`pulumi config set --secret {place.Key}`), as {declaration.Place.File} says"
            );
        }
        else if (declaration.Type is { } type && !type.Accepts(value))
        {
            file.Error(
                place.Key,
                place.Line,
                $"is not of the type that {declaration.Place.File} declares; accepted: {type}"
            );
        }
    }
}
