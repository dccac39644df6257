using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Applies changes that <see cref="ValueDiff"/> found.</summary>
public static class ValuePatch
{
    /// <summary>The value after the changes.</summary>
    public static PlanValue Apply(PlanValue before, IEnumerable<PropertyChange> changes) =>
        Apply(before, [.. changes], 0);

    private static PlanValue Apply(PlanValue before, ImmutableArray<PropertyChange> changes, int depth)
    {
        if (changes.FirstOrDefault(change => change.Path.Segments.Length == depth) is { } whole)
        {
            return whole.New!;
        }

        var steps = changes.ToLookup(change => IsPresence(change, depth));
        return before switch
        {
            _ when changes.IsEmpty => before,
            PlanMap map => PatchMap(map, changes, depth),
            PlanList list => PatchList(list, [.. steps[true]], [.. steps[false]], depth),
            _ => throw new ArgumentException("The changes do not belong to the value.", nameof(changes)),
        };
    }

    private static PlanMap PatchMap(PlanMap map, ImmutableArray<PropertyChange> changes, int depth)
    {
        var entries = map.Entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        foreach (var below in changes.GroupBy(change => change.Path.Segments[depth].Name!, StringComparer.Ordinal))
        {
            if (below.First() is var change && !IsPresence(change, depth))
            {
                entries[below.Key] = Apply(entries[below.Key], [.. below], depth + 1);
            }
            else if (change.New is { } added)
            {
                entries[below.Key] = added;
            }
            else
            {
                entries.Remove(below.Key);
            }
        }

        return PlanMap.From(entries);
    }

    // Removed items have old positions and go first; added and changed ones have new positions.
    private static PlanList PatchList(
        PlanList list,
        ImmutableArray<PropertyChange> presence,
        ImmutableArray<PropertyChange> inner,
        int depth
    )
    {
        var items = list.Items.ToBuilder();
        foreach (var removed in presence.Where(change => change.New is null).OrderByDescending(Position))
        {
            items.RemoveAt(Position(removed));
        }

        foreach (var added in presence.Where(change => change.New is not null).OrderBy(Position))
        {
            items.Insert(Position(added), added.New!);
        }

        foreach (var below in inner.GroupBy(Position))
        {
            items[below.Key] = Apply(items[below.Key], [.. below], depth + 1);
        }

        return new(items.ToImmutable());

        int Position(PropertyChange change) => change.Path.Segments[depth].Position;
    }

    // Whether the change adds or removes a value at this depth.
    private static bool IsPresence(PropertyChange change, int depth) =>
        change.Path.Segments.Length == depth + 1 && (change.Old is null || change.New is null);
}
