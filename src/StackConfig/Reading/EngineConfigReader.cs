using System.Collections.Immutable;
using System.Text.Json;

namespace StackConfig.Reading;

/// <summary>
/// Reads the settings that the Pulumi engine hands to a program; the same stack file gives the same document as <see cref="StackFileReader"/>,
/// except for a list or map with a secret, which the engine hands over as one secret.
/// </summary>
public static class EngineConfigReader
{
    /// <summary>The environment variable that holds all configuration, decrypted, as a JSON map from key to text.</summary>
    public const string ConfigVariable = "PULUMI_CONFIG";

    /// <summary>The environment variable that holds the keys of the encrypted values as a JSON list.</summary>
    public const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    /// <summary>Reads the configuration. The value of a secret key never enters the document.</summary>
    /// <param name="project">The project's name: the namespace whose values are settings.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="config">The values by full key, such as <c>jetstream-pathways:servings</c>.</param>
    /// <param name="secretKeys">The full keys whose values are secret.</param>
    public static SettingsDocument Read(
        string project,
        string stack,
        IReadOnlyDictionary<string, string> config,
        IReadOnlySet<string> secretKeys
    )
    {
        var entries = new Dictionary<string, SettingNode>(StringComparer.Ordinal);
        var foreign = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var secrets = secretKeys.Select(key => ConfigKey.Parse(key, project)).ToHashSet();
        foreach (var (text, value) in config)
        {
            if (ConfigKey.Parse(text, project) is not { } key || key.Namespace != project)
            {
                foreign.Add(ConfigKey.Parse(text, project)?.ToString() ?? text);
                continue;
            }

            var location = new SourceLocation(KeyPath.Entry("", key.Name));
            entries[key.Name] = secrets.Contains(key)
                ? new SecretNode(location, Ciphertext: null)
                : ConfigText.Read(value, location);
        }

        return new SettingsDocument(
            project,
            stack,
            new SortedList<string, SettingNode>(entries, StringComparer.Ordinal),
            [.. foreign.Select(key => new SourceLocation(key))]
        )
        {
            Directory = Path.GetDirectoryName(ProjectFile.Find(Directory.GetCurrentDirectory())),
        };
    }

    /// <summary>Reads the texts of <see cref="ConfigVariable"/> and <see cref="SecretKeysVariable"/>; null, with a problem, when they are not JSON.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="config">The text of the first; null or empty for no configuration.</param>
    /// <param name="secretKeys">The text of the second; null or empty for no secrets.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static SettingsDocument? Read(
        string project,
        string stack,
        string? config,
        string? secretKeys,
        ICollection<Diagnostic> problems
    )
    {
        var values = Json<Dictionary<string, JsonElement>>(config, ConfigVariable, "a map of strings", problems);
        var secrets = Json<List<JsonElement>>(secretKeys, SecretKeysVariable, "a list of strings", problems);
        if (values is null || secrets is null)
        {
            return null;
        }

        var texts = values.ToDictionary(entry => entry.Key, entry => entry.Value.ToString(), StringComparer.Ordinal);
        return Read(project, stack, texts, secrets.Select(key => key.ToString()).ToHashSet(StringComparer.Ordinal));
    }

    private static T? Json<T>(string? text, string variable, string accepted, ICollection<Diagnostic> problems)
        where T : class, new()
    {
        try
        {
            return string.IsNullOrEmpty(text) ? new T() : JsonSerializer.Deserialize<T>(text) ?? new T();
        }
        catch (Exception noJson) when (noJson is JsonException or ArgumentException)
        {
            problems.Add(
                new Diagnostic(
                    Severity.Error,
                    "",
                    $"the environment variable {variable} is not JSON. Allowed: {accepted}"
                )
            );
            return null;
        }
    }
}
