using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>The metadata of an output whose type is only known at run time.</summary>
internal abstract record OutputData(bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources)
{
    /// <summary>The value.</summary>
    public abstract object? Untyped { get; }

    public static OutputData<T> Known<T>(T value, bool isSecret = false) => new(value, IsKnown: true, isSecret, []);

    public static OutputData<T> Unknown<T>() => new(default!, IsKnown: false, IsSecret: false, []);

    /// <summary>The same metadata with another value.</summary>
    public OutputData<TResult> With<TResult>(TResult value) => new(value, IsKnown, IsSecret, Resources);

    /// <summary>Combines this metadata with <paramref name="other"/> for a value derived from both.</summary>
    public OutputData<TResult> Combine<TResult>(OutputData other, TResult value) =>
        new(value, IsKnown && other.IsKnown, IsSecret || other.IsSecret, Join(Resources, other.Resources));

    /// <summary>Combines the metadata of <paramref name="parts"/> for a value derived from all of them.</summary>
    public static OutputData<TResult> Combine<TResult>(IEnumerable<OutputData> parts, TResult value)
    {
        var (isKnown, isSecret, resources) = (true, false, ImmutableHashSet<Resource>.Empty);
        foreach (var part in parts)
        {
            isKnown &= part.IsKnown;
            isSecret |= part.IsSecret;
            resources = Join(resources, part.Resources);
        }

        return new(value, isKnown, isSecret, resources);
    }

    private static ImmutableHashSet<Resource> Join(
        ImmutableHashSet<Resource> first,
        ImmutableHashSet<Resource> second
    ) =>
        second.IsEmpty ? first
        : first.IsEmpty ? second
        : first.Union(second);
}

/// <summary>The value of an output and its metadata.</summary>
internal sealed record OutputData<T>(T Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources)
    : OutputData(IsKnown, IsSecret, Resources)
{
    public override object? Untyped => Value;

    /// <summary>Whether the value is known to be null.</summary>
    public bool IsKnownNull => IsKnown && !IsSecret && Value is null;
}
