namespace Infra.Settings.Reading;

/// <summary>The content of a stack file.</summary>
internal sealed class StackFile(string project, YamlFile file)
{
    private static readonly string[] Keys =
    [
        "config",
        "environment",
        "mainEnvironment",
        "secretsprovider",
        "encryptedkey",
        "encryptionsalt",
    ];

    private readonly YamlSettings _settings = new(file);

    /// <summary>The settings by key.</summary>
    internal Dictionary<string, SettingNode> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>The keys of other namespaces.</summary>
    internal Dictionary<string, SettingPlace> ForeignKeys { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the root of the file.</summary>
    internal void Read(YamlMap root)
    {
        foreach (var entry in YamlEntries.Of(root, "", file))
        {
            Top(entry);
        }
    }

    private void Top(YamlEntry entry)
    {
        switch (entry.Key)
        {
            case "config":
                Config(entry);
                break;
            case "environment" or "mainEnvironment":
                file.Warning(
                    entry.Key,
                    entry.Line,
                    "settings that come from a Pulumi ESC environment are not known offline"
                );
                break;
            case "secretsprovider" or "encryptedkey" or "encryptionsalt":
                break;
            default:
                var key = KeyPath.Entry("", entry.Key);
                file.Error(
                    key,
                    entry.Line,
                    $"is no key of a stack file, settings stand below `config`; accepted: {string.Join(", ", Keys)}"
                        + Suggestion.For(entry.Key, Keys)
                );
                break;
        }
    }

    private void Config(YamlEntry config)
    {
        if (config.Value is YamlMap map)
        {
            foreach (var entry in YamlEntries.Of(map, "config", file))
            {
                Setting(entry);
            }
        }
        else if (config.Value is not YamlScalar { IsNull: true })
        {
            file.Error("config", config.Line, "is no map; accepted: a map of settings");
        }
    }

    private void Setting(YamlEntry entry)
    {
        if (ConfigKey.Parse(entry.Key, project) is not { } key)
        {
            file.Error(
                KeyPath.Entry("config", entry.Key),
                entry.Line,
                $"is no key of a setting; accepted: {ConfigKey.Accepted}"
            );
        }
        else if (key.Namespace != project)
        {
            Foreign(key, new SettingPlace(key.ToString(), file.Name, entry.Line));
        }
        else if (Entries.TryGetValue(key.Name, out var first))
        {
            var path = KeyPath.Entry("", key.Name);
            file.Error(
                path,
                entry.Line,
                $"is set twice, with and without `{project}:`, first in line {first.Place.Line}; accepted: one of them"
            );
        }
        else
        {
            Entries.Add(key.Name, _settings.TopLevel(KeyPath.Entry("", key.Name), entry.Value, entry.Line));
        }
    }

    private void Foreign(ConfigKey key, SettingPlace place)
    {
        ForeignKeys[place.Key] = place;
        var suggestion = Suggestion.For(key.Namespace, [project]);
        if (suggestion.Length > 0)
        {
            file.Warning(place.Key, place.Line, $"is not read: it is no key of {project}{suggestion}");
        }
    }
}
