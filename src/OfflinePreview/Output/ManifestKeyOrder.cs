using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

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

    /// <summary>The entries of a map in that order.</summary>
    public static IEnumerable<PlanEntry> Sort(PlanMap map)
    {
        foreach (var key in First)
        {
            if (map[key] is { } value)
            {
                yield return new(key, value);
            }
        }

        foreach (var entry in map.Entries)
        {
            if (!First.Contains(entry.Key))
            {
                yield return entry;
            }
        }
    }
}
