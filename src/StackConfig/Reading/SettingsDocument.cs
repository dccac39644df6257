using System.Collections.Immutable;

namespace StackConfig.Reading;

/// <summary>The settings of one stack before they are bound: project defaults merged, keys without the project's prefix.</summary>
/// <param name="Project">The project's name, from <c>Pulumi.yaml</c>.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Entries">The top-level values of this project's namespace by key, in ordinal order.</param>
/// <param name="ForeignKeys">Keys of other namespaces (<c>gcp:project</c>) with their locations; this program does not read them.</param>
public sealed record SettingsDocument(
    string Project,
    string Stack,
    IReadOnlyDictionary<string, SettingNode> Entries,
    ImmutableArray<SourceLocation> ForeignKeys
)
{
    /// <summary>Reads settings without a project: the text's keys are those of the settings. Null, with a problem, where it is not plain YAML.</summary>
    public static SettingsDocument? Parse(
        string project,
        string stack,
        string text,
        ICollection<Diagnostic> problems
    ) =>
        new YamlFile(stack, problems).ReadMap(() => text) is { } settings
            ? new(project, stack, settings.Entries, [])
            : null;

    /// <summary>The directory of the project file; null where it is not known.</summary>
    public string? Directory { get; init; }

    /// <summary>
    /// Where the stack file names Pulumi ESC environments, whose settings are not known; null where it names none, or under the engine,
    /// which has added them.
    /// </summary>
    public SourceLocation? Environment { get; init; }

    /// <summary>The values as one map.</summary>
    public MapNode Root => new(new SourceLocation(""), Entries);

    /// <summary>What the stack file holds of an encrypted value; null when there is none, or when it came from the engine.</summary>
    public string? GetCiphertext(string key) => (Entries.GetValueOrDefault(key) as SecretNode)?.Ciphertext;

    /// <summary>The document with only its encrypted values, to be kept for long.</summary>
    public SettingsDocument WithSecretsAlone() =>
        this with
        {
            Entries = new OrderedDictionary<string, SettingNode>(
                Entries.Where(entry => entry.Value is SecretNode),
                StringComparer.Ordinal
            ),
        };

    /// <summary>The document without the values at <paramref name="keys"/>; a list that holds one of them goes as a whole.</summary>
    public SettingsDocument Without(IReadOnlySet<string> keys) => this with { Entries = Without(Entries, keys) };

    private static OrderedDictionary<string, SettingNode> Without(
        IReadOnlyDictionary<string, SettingNode> entries,
        IReadOnlySet<string> keys
    ) =>
        new(
            from entry in entries
            where !IsGone(entry.Value, keys)
            select KeyValuePair.Create(entry.Key, Without(entry.Value, keys)),
            StringComparer.Ordinal
        );

    private static SettingNode Without(SettingNode node, IReadOnlySet<string> keys) =>
        node switch
        {
            MapNode map => map with { Entries = Without(map.Entries, keys) },
            ListNode list => list with { Items = [.. list.Items.Select(item => Without(item, keys))] },
            _ => node,
        };

    private static bool IsGone(SettingNode node, IReadOnlySet<string> keys) =>
        keys.Contains(node.Location.Key)
        || (node is ListNode list && list.Items.Any(item => keys.Contains(item.Location.Key)));
}
