using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>Writes the resource quantities of containers as strings, such as <c>cpu: "1"</c>.</summary>
/// <remarks>
/// The releases write <c>cpu: 1</c>, a number, which Kubernetes accepts. The types of the C# SDK hold strings alone: it warns of each number
/// whenever it reads back the objects of a release.
/// </remarks>
internal static class ResourceQuantities
{
    /// <summary>The same arguments with strings; the same instance where no quantity is a number.</summary>
    public static ImmutableDictionary<string, object?> ToStrings(ImmutableDictionary<string, object?> args) =>
        Each(args, (key, value) => key == "resources" ? InResources(value) : Within(value));

    private static object? Within(object? value) =>
        value switch
        {
            ImmutableDictionary<string, object?> map => ToStrings(map),
            ImmutableArray<object?> list when Each(list) is var changed && changed != list => changed,
            _ => value,
        };

    private static object? InResources(object? resources) =>
        resources is ImmutableDictionary<string, object?> map
            ? Each(map, (key, value) => key is "requests" or "limits" ? InQuantities(value) : value)
            : resources;

    private static object? InQuantities(object? quantities) =>
        quantities is ImmutableDictionary<string, object?> map ? Each(map, (_, value) => ToText(value)) : quantities;

    private static object? ToText(object? quantity) =>
        quantity is double number ? number.ToString(CultureInfo.InvariantCulture) : quantity;

    private static ImmutableDictionary<string, object?> Each(
        ImmutableDictionary<string, object?> map,
        Func<string, object?, object?> change
    )
    {
        var changed = map;
        foreach (var (key, value) in map)
        {
            if (change(key, value) is var now && !ReferenceEquals(now, value))
            {
                changed = changed.SetItem(key, now);
            }
        }

        return changed;
    }

    private static ImmutableArray<object?> Each(ImmutableArray<object?> list)
    {
        var changed = list;
        for (var index = 0; index < list.Length; index++)
        {
            if (Within(list[index]) is var now && !ReferenceEquals(now, list[index]))
            {
                changed = changed.SetItem(index, now);
            }
        }

        return changed;
    }
}
