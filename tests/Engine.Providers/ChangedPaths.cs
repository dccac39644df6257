using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

namespace Engine.Providers;

/// <summary>A place where the inputs of a resource differ.</summary>
/// <param name="Segments">The names and positions on the way to it.</param>
/// <param name="Kind">What happens there; never a replacement.</param>
internal sealed record ChangedPath(ImmutableArray<string> Segments, PropertyDiffKind Kind)
{
    private static readonly PropertyValue Nothing = PropertyValue.Null;

    /// <summary>The path as the engine writes it: <c>spec.ports[0].port</c>, <c>metadata.annotations["a.b"]</c>.</summary>
    public string Text =>
        Segments[0]
        + string.Concat(
            Segments
                .Skip(1)
                .Select(name =>
                    name.All(char.IsAsciiDigit) ? $"[{name}]"
                    : name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') ? $".{name}"
                    : $"[{JsonSerializer.Serialize(name)}]"
                )
        );

    /// <summary>Whether a path of a rule is this place, above it or below it.</summary>
    public bool Meets(string rule) =>
        rule.Split('.').Zip(Segments).All(pair => pair.First == "*" || pair.First == pair.Second);

    /// <summary>All places where the inputs differ.</summary>
    public static IEnumerable<ChangedPath> Between(
        ImmutableDictionary<string, PropertyValue> old,
        ImmutableDictionary<string, PropertyValue> now
    ) => Between([], new(old), new(now));

    private static IEnumerable<ChangedPath> Between(ImmutableArray<string> path, PropertyValue old, PropertyValue now)
    {
        if (Children(old) is { } before && Children(now) is { } after)
        {
            return before
                .Keys.Union(after.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .SelectMany(name =>
                    Between(
                        path.Add(name),
                        before.GetValueOrDefault(name, Nothing),
                        after.GetValueOrDefault(name, Nothing)
                    )
                );
        }

        var kind =
            old.IsNull ? PropertyDiffKind.Add
            : now.IsNull ? PropertyDiffKind.Delete
            : PropertyDiffKind.Update;
        return Equals(Plain(old), Plain(now)) ? [] : [new(path, kind)];
    }

    private static ImmutableDictionary<string, PropertyValue>? Children(PropertyValue value) =>
        value.TryGetMap(out var map) ? map
        : value.TryGetArray(out var list)
            ? Enumerable
                .Range(0, list.Length)
                .ToImmutableDictionary(at => $"{at}", at => list[at], StringComparer.Ordinal)
        : null;

    // The engine may mark a value as secret on one side only; the value is the same.
    private static object? Plain(PropertyValue value) =>
        value.Match<object?>(
            () => null,
            flag => flag,
            number => number,
            text => text,
            _ => value,
            _ => value,
            asset => asset,
            archive => archive,
            resource => resource,
            () => PropertyValue.Computed
        );
}
