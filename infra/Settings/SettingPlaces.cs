namespace Infra.Settings;

/// <summary>Finds the places of a document's values; looks through the document once, when first asked.</summary>
/// <param name="document">The settings before they were bound.</param>
internal sealed class SettingPlaces(SettingsDocument document)
{
    private Dictionary<string, SettingPlace> Known => field ??= Read();

    /// <summary>Where the value of a key's path stands, or else the nearest one around it; null when not even that is there.</summary>
    public SettingPlace? Find(string key)
    {
        for (var path = key; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
        {
            if (Known.TryGetValue(path, out var place))
            {
                return place;
            }
        }

        return null;
    }

    private Dictionary<string, SettingPlace> Read()
    {
        var places = new Dictionary<string, SettingPlace>(StringComparer.Ordinal);
        foreach (var node in document.Entries.Values)
        {
            Add(node);
        }

        return places;

        void Add(SettingNode node)
        {
            places.TryAdd(node.Place.Key, node.Place);
            IEnumerable<SettingNode> within = node switch
            {
                ListNode list => list.Items,
                MapNode map => map.Entries.Values,
                _ => [],
            };
            foreach (var inner in within)
            {
                Add(inner);
            }
        }
    }
}
