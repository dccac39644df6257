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
)
{
    /// <summary>What the stack file holds of an encrypted value; null when there is none, or when it came from the engine.</summary>
    public string? CiphertextOf(string key) => (Entries.GetValueOrDefault(key) as SecretNode)?.Ciphertext;

    /// <summary>Where the value of a key's path stands, or else the nearest one around it; null when not even that is there.</summary>
    public SettingPlace? PlaceOf(string key)
    {
        for (var path = key; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
        {
            if (Entries.Values.Select(node => Find(node, path)).FirstOrDefault(place => place is not null) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    private static SettingPlace? Find(SettingNode node, string key)
    {
        if (node.Place.Key == key || !key.StartsWith(node.Place.Key, StringComparison.Ordinal))
        {
            return node.Place.Key == key ? node.Place : null;
        }

        IEnumerable<SettingNode> within = node switch
        {
            ListNode list => list.Items,
            MapNode map => map.Entries.Values,
            _ => [],
        };
        return within.Select(inner => Find(inner, key)).FirstOrDefault(place => place is not null);
    }
}
