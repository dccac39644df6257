using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What is known of an output beside its value.</summary>
internal abstract record OutputData(bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources)
{
    public static OutputData<T> Known<T>(T value, bool isSecret = false) => new(value, IsKnown: true, isSecret, []);

    public static OutputData<T> Unknown<T>() => new(default!, IsKnown: false, IsSecret: false, []);

    /// <summary>The same knowledge of another value.</summary>
    public OutputData<TResult> With<TResult>(TResult value) => new(value, IsKnown, IsSecret, Resources);

    /// <summary>The knowledge of a value made of this one and <paramref name="other"/>.</summary>
    public OutputData<TResult> Combine<TResult>(OutputData other, TResult value) =>
        new(value, IsKnown && other.IsKnown, IsSecret || other.IsSecret, Join(Resources, other.Resources));

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
    : OutputData(IsKnown, IsSecret, Resources);
