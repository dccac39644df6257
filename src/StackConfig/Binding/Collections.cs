using System.Collections.Immutable;
using System.Reflection;

namespace StackConfig.Binding;

/// <summary>Makes typed collections of values whose type is known only at run time.</summary>
internal static class Collections
{
    /// <summary>An <see cref="ImmutableArray{T}"/>.</summary>
    internal static object List(Type item, IEnumerable<object?> items) => Make(nameof(ListOf), item, items);

    /// <summary>An <see cref="IReadOnlyDictionary{TKey, TValue}"/> from texts in ordinal order.</summary>
    internal static object Map(Type value, IReadOnlyDictionary<string, object?> values) =>
        Make(nameof(MapOf), value, values);

    private static object Make(string method, Type type, object values) =>
        typeof(Collections)
            .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, [values])!;

    private static ImmutableArray<T> ListOf<T>(IEnumerable<object?> items) => [.. items.Cast<T>()];

    private static SortedList<string, T?> MapOf<T>(IReadOnlyDictionary<string, object?> values)
    {
        var map = new SortedList<string, T?>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            map.Add(key, (T?)value);
        }

        return map;
    }
}
