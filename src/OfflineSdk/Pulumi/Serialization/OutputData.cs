using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What is known of an output whose type is known at run time only.</summary>
internal abstract record OutputData(bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources)
{
    /// <summary>The value.</summary>
    public abstract object? Untyped { get; }

    public static OutputData<T> Known<T>(T value, bool isSecret = false) => new(value, IsKnown: true, isSecret, []);

    public static OutputData<T> Unknown<T>() => new(default!, IsKnown: false, IsSecret: false, []);

    /// <summary>The same knowledge of another value.</summary>
    public OutputData<TResult> With<TResult>(TResult value) => new(value, IsKnown, IsSecret, Resources);

    /// <summary>The knowledge of a value made of this one and <paramref name="other"/>.</summary>
    public OutputData<TResult> Combine<TResult>(OutputData other, TResult value) =>
        new(value, IsKnown && other.IsKnown, IsSecret || other.IsSecret, Join(Resources, other.Resources));

    /// <summary>The knowledge of a value made of all of <paramref name="parts"/>.</summary>
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

/// <summary>What is known of an output: its value, and where that value comes from.</summary>
internal sealed record OutputData<T>(T Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources)
    : OutputData(IsKnown, IsSecret, Resources)
{
    public override object? Untyped => Value;

    /// <summary>Whether it is known that there is no value.</summary>
    public bool IsNothing => IsKnown && !IsSecret && Value is null;
}
