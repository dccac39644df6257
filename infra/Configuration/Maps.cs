namespace Infra.Configuration;

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

        var merged = new SortedList<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in below.Concat(above))
        {
            merged[key] = value;
        }

        return merged;
    }

    /// <summary>The entries that have a value, in ordinal order.</summary>
    public static IReadOnlyDictionary<string, string> WithoutNulls(IReadOnlyDictionary<string, string?>? map)
    {
        var kept = new SortedList<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in map ?? kept!)
        {
            if (value is not null)
            {
                kept.Add(key, value);
            }
        }

        return kept;
    }
}
