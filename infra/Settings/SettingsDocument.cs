using System.Collections.Immutable;

namespace Infra.Settings;

/// <summary>The settings of one stack before they are bound: project defaults merged, keys without the project's prefix.</summary>
/// <param name="Project">The project's name, from <c>Pulumi.yaml</c>.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Entries">The top-level values of this project's namespace by key.</param>
/// <param name="ForeignKeys">Keys of other namespaces (<c>gcp:project</c>) with their places; this program does not read them.</param>
public sealed record SettingsDocument(
    string Project,
    string Stack,
    ImmutableSortedDictionary<string, SettingNode> Entries,
    ImmutableArray<SettingPlace> ForeignKeys
);
