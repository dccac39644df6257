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

    private static readonly HashSet<string> FirstKeys = new(First, StringComparer.Ordinal);

    /// <summary>The entries of a map in that order.</summary>
    public static PlanEntry[] Of(PlanMap map)
    {
        var ordered = new PlanEntry[map.Entries.Length];
        var count = 0;
        foreach (var key in First)
        {
            if (map[key] is { } value)
            {
                ordered[count++] = new(key, value);
            }
        }

        foreach (var entry in map.Entries)
        {
            if (!FirstKeys.Contains(entry.Key))
            {
                ordered[count++] = entry;
            }
        }

        return ordered;
    }
}
