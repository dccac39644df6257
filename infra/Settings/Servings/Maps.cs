using System.Collections.Immutable;

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

        var merged = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in below)
        {
            merged[key] = value;
        }

        foreach (var (key, value) in above)
        {
            merged[key] = value;
        }

        return merged.ToImmutable();
    }

    /// <summary>The entries that have a value, sorted.</summary>
    public static IReadOnlyDictionary<string, string> WithoutNulls(IReadOnlyDictionary<string, string?>? map)
    {
        if (map is null or { Count: 0 })
        {
            return ImmutableSortedDictionary<string, string>.Empty;
        }

        var kept = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in map)
        {
            if (value is not null)
            {
                kept[key] = value;
            }
        }

        return kept.ToImmutable();
    }
}
