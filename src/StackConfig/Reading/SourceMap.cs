namespace StackConfig.Reading;

/// <summary>Finds the source locations of values of a document. Indexes the document on first use.</summary>
/// <param name="document">The settings before they were bound.</param>
public sealed class SourceMap(SettingsDocument document)
{
    private Dictionary<string, (SettingNode Value, int Position)> Known => field ??= Read();

    /// <summary>The location of the value at a key path, or of the nearest value that contains it; null if there is neither.</summary>
    public SourceLocation? Find(string key) => FindNearest(key)?.Value.Location;

    /// <summary>The value of a key's path; null when it is not there.</summary>
    public SettingNode? GetValue(string key) => Known.GetValueOrDefault(key).Value;

    /// <summary>The values at a key path without positions in lists, in the order of the file.</summary>
    public IEnumerable<SettingNode> FindAll(string path) =>
        from entry in Known
        where KeyPath.WithoutPositions(entry.Key) == path
        orderby entry.Value.Position
        select entry.Value.Value;

    /// <summary>The position of the same value among all values, from 1; 0 when there is none.</summary>
    public int GetPosition(string key) => FindNearest(key)?.Position ?? 0;

    private (SettingNode Value, int Position)? FindNearest(string key)
    {
        foreach (var path in KeyPath.WithContainers(key))
        {
            if (Known.TryGetValue(path, out var found))
            {
                return found;
            }
        }

        return null;
    }

    private Dictionary<string, (SettingNode Value, int Position)> Read()
    {
        var values = new Dictionary<string, (SettingNode Value, int Position)>(StringComparer.Ordinal);
        foreach (var value in document.Entries.Values)
        {
            Add(value);
        }

        return values;

        void Add(SettingNode value)
        {
            values.TryAdd(value.Location.Key, (value, values.Count + 1));
            IEnumerable<SettingNode> within = value switch
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
