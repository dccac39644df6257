namespace Infra.Settings;

/// <summary>Maps that are gone through in ordinal order of their keys.</summary>
internal static class OrdinalMap
{
    /// <summary>The same entries in that order.</summary>
    public static OrderedDictionary<string, T> Of<T>(Dictionary<string, T> entries)
    {
        // A SortedList would do the same, but .NET would have to load a sort of pairs for it alone, and every kind of comparer.
        string[] keys = [.. entries.Keys];
        Array.Sort(keys, string.CompareOrdinal);
        var ordered = new OrderedDictionary<string, T>(keys.Length, StringComparer.Ordinal);
        foreach (var key in keys)
        {
            ordered.Add(key, entries[key]);
        }

        return ordered;
    }
}
