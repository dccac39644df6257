using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Compares values: maps name by name, lists item by item, anything else as a whole.</summary>
public static class ValueDiff
{
    /// <summary>The changes that lead from one value to the other; none when they are equal.</summary>
    public static ImmutableArray<PropertyChange> Compare(PlanValue before, PlanValue after) =>
        [.. Changes(PropertyPath.Root, before, after)];

    private static IEnumerable<PropertyChange> Changes(PropertyPath path, PlanValue? before, PlanValue? after) =>
        (before, after) switch
        {
            _ when Equals(before, after) => [],
            (PlanMap old, PlanMap @new) => old
                .Entries.Concat(@new.Entries)
                .Select(entry => entry.Key)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .SelectMany(name => Changes(path.Append(name), old[name], @new[name])),
            (PlanList old, PlanList @new) => ListAlignment
                .Align(old.Items, @new.Items)
                .SelectMany(pair =>
                    Changes(
                        path.Append(pair.New ?? pair.Old!.Value),
                        pair.Old is { } from ? old.Items[from] : null,
                        pair.New is { } to ? @new.Items[to] : null
                    )
                ),
            _ => [new PropertyChange(path, before, after)],
        };
}
