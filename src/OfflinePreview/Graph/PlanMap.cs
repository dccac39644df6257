using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace OfflinePreview.Graph;

/// <summary>Values by name.</summary>
public sealed record PlanMap : PlanValue
{
    private PlanMap(ImmutableArray<PlanEntry> entries) => Entries = entries;

    /// <summary>A map without entries.</summary>
    public static PlanMap Empty { get; } = new([]);

    /// <summary>The entries, names in ordinal order.</summary>
    public ImmutableArray<PlanEntry> Entries { get; }

    /// <summary>The value of <paramref name="name"/>; null if there is none.</summary>
    public PlanValue? this[string name] => Position(name) is >= 0 and var found ? Entries[found].Value : null;

    /// <summary>Creates a map and sorts it by name (ordinal).</summary>
    /// <exception cref="ArgumentException">A name appears twice.</exception>
    public static PlanMap From(IEnumerable<KeyValuePair<string, PlanValue>> entries) =>
        FromEntries([.. entries.Select(entry => new PlanEntry(entry.Key, entry.Value))]);

    /// <summary>Creates a map and sorts it by name (ordinal).</summary>
    /// <exception cref="ArgumentException">A name appears twice.</exception>
    public static PlanMap Create(params ReadOnlySpan<(string Key, PlanValue Value)> entries)
    {
        var sorted = new PlanEntry[entries.Length];
        for (var index = 0; index < entries.Length; index++)
        {
            sorted[index] = new(entries[index].Key, entries[index].Value);
        }

        return FromEntries(sorted);
    }

    /// <summary>Creates a map of an array of entries, which it sorts in place and keeps.</summary>
    /// <exception cref="ArgumentException">A name appears twice.</exception>
    internal static PlanMap FromEntries(PlanEntry[] entries)
    {
        if (!IsInOrder(entries))
        {
            Array.Sort(entries, (one, other) => string.CompareOrdinal(one.Key, other.Key));
            if (!IsInOrder(entries))
            {
                throw new ArgumentException(
                    $"A name appears twice in a map of {string.Join(", ", entries.Select(entry => entry.Key))}.",
                    nameof(entries)
                );
            }
        }

        return entries.Length == 0 ? Empty : new(ImmutableCollectionsMarshal.AsImmutableArray(entries));
    }

    private static bool IsInOrder(PlanEntry[] entries)
    {
        for (var next = 1; next < entries.Length; next++)
        {
            if (string.CompareOrdinal(entries[next - 1].Key, entries[next].Key) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same map with one entry set.</summary>
    public PlanMap With(string name, PlanValue value)
    {
        var entry = new PlanEntry(name, value);
        var position = Position(name);
        return new(position < 0 ? Entries.Insert(~position, entry) : Entries.SetItem(position, entry));
    }

    /// <summary>The map without the entries whose names <paramref name="isLeftOut"/> selects.</summary>
    public PlanMap Without(Predicate<string> isLeftOut) => new(Entries.RemoveAll(entry => isLeftOut(entry.Key)));

    /// <inheritdoc />
    public bool Equals(PlanMap? other) => other is not null && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc />
    public override int GetHashCode() => Entries.Aggregate(0, HashCode.Combine);

    // The index of a name, or the complement of the index where it would be inserted.
    private int Position(string name)
    {
        var (low, high) = (0, Entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Entries[middle].Key, name);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}

/// <summary>A value of a map.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">The value.</param>
public readonly record struct PlanEntry(string Key, PlanValue Value);
