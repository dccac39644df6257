using System.Collections.Immutable;
using Infra.Preview.Graph;

namespace Infra.Preview.Output;

/// <summary>
/// The order of keys that readers of manifests expect: what names an object first, then what a container runs, then all others
/// ordinally.
/// </summary>
internal static class ManifestKeyOrder
{
    private static readonly ImmutableArray<string> First =
    [
        "apiVersion",
        "kind",
        "metadata",
        "name",
        "namespace",
        "labels",
        "annotations",
        "image",
        "imagePullPolicy",
        "command",
        "args",
        "env",
        "ports",
        "resources",
    ];

    private static readonly Dictionary<string, int> Ranks = First.ToDictionary(
        key => key,
        key => First.IndexOf(key),
        StringComparer.Ordinal
    );

    /// <summary>The entries of a map in that order.</summary>
    public static PlanEntry[] Of(PlanMap map)
    {
        PlanEntry[] ordered = [.. map.Entries];
        if (ordered.Length > 1)
        {
            Array.Sort(ordered, Compare);
        }

        return ordered;
    }

    private static int Compare(PlanEntry one, PlanEntry other) =>
        RankOf(one).CompareTo(RankOf(other)) is var order && order != 0
            ? order
            : string.CompareOrdinal(one.Key, other.Key);

    private static int RankOf(PlanEntry entry) => Ranks.GetValueOrDefault(entry.Key, int.MaxValue);
}
