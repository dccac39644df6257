namespace StackConfig.Reading;

/// <summary>The settings of a stack, gathered from its file and the defaults of <c>Pulumi.yaml</c>.</summary>
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

    /// <summary>The settings by key.</summary>
    internal Dictionary<string, SettingNode> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>The keys of other namespaces.</summary>
    internal Dictionary<string, SourceLocation> ForeignKeys { get; } = new(StringComparer.Ordinal);

    /// <summary>Where the file names Pulumi ESC environments; null if it names none.</summary>
    internal SourceLocation? Environment { get; private set; }

    /// <summary>Reads the value of a key at the root of the file.</summary>
    internal void ReadKey(YamlReader yaml, YamlKey key)
    {
        var location = new SourceLocation(KeyPath.Entry("", key.Text), file.Name, key.Line);
        if (key.Text == "config")
        {
            yaml.ReadMap(location, setting => ReadSetting(yaml, setting));
            return;
        }

        yaml.Skip();
        if (!Keys.Contains(key.Text))
        {
            file.Error(
                location.Key,
                location.Line,
                $"is not a key of a stack file. Write settings below `config`.{DidYouMean.Sentence(key.Text, Keys)} Allowed: {string.Join(", ", Keys)}"
            );
        }
        else if (key.Text.EndsWith("nvironment", StringComparison.Ordinal))
        {
            Environment = location;
            file.Note(
                location.Key,
                location.Line,
                "settings from a Pulumi ESC environment are unknown offline. For keys that only the environment sets, the preview shows the defaults."
            );
        }
    }

    /// <summary>Adds the defaults of the project file.</summary>
    /// <remarks>
    /// pkg/workspace/config.go of the Pulumi CLI, <c>mergeConfig</c>: a default applies only if the stack does not name the key at all,
    /// and every stack, or its ESC environment, must set a key that is declared without one.
    /// </remarks>
    internal void AddDefaults(IEnumerable<Declaration> declarations)
    {
        foreach (var (key, location, value) in declarations)
        {
            if (key.Namespace != project)
            {
                ForeignKeys.TryAdd(key.ToString(), location with { Key = key.ToString() });
            }
            else if (value is not null)
            {
                Entries.TryAdd(key.Name, value);
            }
            else if (!Entries.ContainsKey(key.Name) && Environment is null)
            {
                file.Error(
                    location.Key,
                    null,
                    $"is missing. Set it in every stack: {location.File} declares it without a default."
                );
            }
        }
    }

    private void ReadSetting(YamlReader yaml, YamlKey entry)
    {
        if (ConfigKey.Parse(entry.Text, project) is not { } key)
        {
            var path = KeyPath.Entry("config", entry.Text);
            file.Error(path, entry.Line, $"is not a valid configuration key. Allowed: {ConfigKey.Accepted}");
            yaml.Skip();
            return;
        }

        if (key.Namespace != project)
        {
            AddForeign(key, entry.Line);
            yaml.Skip();
            return;
        }

        var location = new SourceLocation(KeyPath.Entry("", key.Name), file.Name, entry.Line);
        if (!Entries.TryAdd(key.Name, ConfigText.FromFile(yaml.Read(location))))
        {
            file.Error(
                location.Key,
                location.Line,
                $"is set with and without `{project}:`, first in line {Entries[key.Name].Location.Line}. Remove one of them."
            );
        }
    }

    private void AddForeign(ConfigKey key, int line)
    {
        var location = new SourceLocation(key.ToString(), file.Name, line);
        ForeignKeys[location.Key] = location;
        var suggestion = DidYouMean.Sentence(key.Namespace, [project]);
        if (suggestion.Length > 0)
        {
            file.Warning(
                location.Key,
                location.Line,
                $"is not read, because it is not a key of {project}.{suggestion}"
            );
        }
    }
}
