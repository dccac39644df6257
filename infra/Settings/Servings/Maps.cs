using System.Collections.ObjectModel;

namespace Infra.Settings.Servings;

/// <summary>Maps of which one is laid over the other.</summary>
internal static class Maps
{
    /// <summary>All entries of both; those of <paramref name="above"/> win.</summary>
    public static IReadOnlyDictionary<string, T>? Over<T>(
        IReadOnlyDictionary<string, T>? above,
        IReadOnlyDictionary<string, T>? below
    )
    {
        if (above is null || below is null)
        {
            return above ?? below;
        }

        var merged = new Dictionary<string, T>(below, StringComparer.Ordinal);
        foreach (var (key, value) in above)
        {
            merged[key] = value;
        }

        return OrdinalMap.Of(merged);
    }

    /// <summary>The entries that have a value, in ordinal order.</summary>
    public static IReadOnlyDictionary<string, string> WithoutNulls(IReadOnlyDictionary<string, string?>? map)
    {
        if (map is null or { Count: 0 })
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        var kept = new Dictionary<string, string>(map.Count, StringComparer.Ordinal);
        foreach (var (key, value) in map)
        {
            if (value is not null)
            {
                kept.Add(key, value);
            }
        }

        return OrdinalMap.Of(kept);
    }
}
