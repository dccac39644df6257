using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Resources.LeaderWorkerSets.Installation;

/// <summary>Converts the resource quantities of containers to strings, such as <c>cpu: "1"</c>.</summary>
/// <remarks>
/// The releases contain <c>cpu: 1</c>, a number, which Kubernetes accepts. The types of the C# SDK are strings: it logs a warning for each
/// number when it reads the objects of a release.
/// </remarks>
internal static class ResourceQuantities
{
    /// <summary>Returns the arguments with strings; the same instance if no quantity is a number.</summary>
    public static ImmutableDictionary<string, object?> ToStrings(ImmutableDictionary<string, object?> args) =>
        Transform(args, (key, value) => key == "resources" ? ConvertResources(value) : ConvertNested(value));

    private static object? ConvertNested(object? value) =>
        value switch
        {
            ImmutableDictionary<string, object?> map => ToStrings(map),
            ImmutableArray<object?> list when Transform(list) is var changed && changed != list => changed,
            _ => value,
        };

    private static object? ConvertResources(object? resources) =>
        resources is ImmutableDictionary<string, object?> map
            ? Transform(map, (key, value) => key is "requests" or "limits" ? ConvertQuantities(value) : value)
            : resources;

    private static object? ConvertQuantities(object? quantities) =>
        quantities is ImmutableDictionary<string, object?> map
            ? Transform(map, (_, value) => ToQuantityString(value))
            : quantities;

    private static object? ToQuantityString(object? quantity) =>
        quantity is double number ? number.ToString(CultureInfo.InvariantCulture) : quantity;

    private static ImmutableDictionary<string, object?> Transform(
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

    private static ImmutableArray<object?> Transform(ImmutableArray<object?> list)
    {
        var changed = list;
        for (var index = 0; index < list.Length; index++)
        {
            if (ConvertNested(list[index]) is var now && !ReferenceEquals(now, list[index]))
            {
                changed = changed.SetItem(index, now);
            }
        }

        return changed;
    }
}
