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

    private static readonly Dictionary<string, int> Places = PlacesOf(First);

    /// <summary>The entries of a map in that order.</summary>
    public static PlanEntry[] Of(PlanMap map)
    {
        var ordered = new PlanEntry[map.Entries.Length];
        Span<int> first = stackalloc int[First.Length]; // which entry stands at a place, counted from 1
        first.Clear();
        var others = ordered.Length;
        for (var index = ordered.Length - 1; index >= 0; index--)
        {
            if (Places.TryGetValue(map.Entries[index].Key, out var place))
            {
                first[place] = index + 1;
            }
            else
            {
                ordered[--others] = map.Entries[index];
            }
        }

        var count = 0;
        foreach (var number in first)
        {
            if (number > 0)
            {
                ordered[count++] = map.Entries[number - 1];
            }
        }

        return ordered;
    }

    private static Dictionary<string, int> PlacesOf(ImmutableArray<string> keys)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            places.Add(key, places.Count);
        }

        return places;
    }
}
