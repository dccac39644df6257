using System.Collections.Immutable;
using System.Reflection;

namespace StackConfig.Binding;

/// <summary>What a value that does not stand in one scalar is made of.</summary>
internal enum ValueForm
{
    /// <summary>A map to the properties of a type.</summary>
    Record,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map from texts to values of one type.</summary>
    Map,

    /// <summary>A <see cref="FlagList"/>.</summary>
    Flags,
}

/// <summary>The type of a value with what is asked of it.</summary>
/// <param name="declared">The type as declared.</param>
/// <param name="nullability">Whether it, and what it is made of, may be null; null for not.</param>
/// <param name="rules">The rules of the property that it belongs to.</param>
internal sealed class ValueShape(Type declared, NullabilityInfo? nullability, ValueRules rules)
{
    /// <summary>The shape of a value of a class that must be there.</summary>
    internal static ValueShape FromType(Type type) => new(type, null, ValueRules.None);

    /// <summary>The type; never <see cref="Nullable{T}"/>.</summary>
    internal Type Type { get; } = Nullable.GetUnderlyingType(declared) ?? declared;

    /// <summary>The rules of the property that it belongs to.</summary>
    internal ValueRules Rules => rules;

    /// <summary>Whether it may be null.</summary>
    internal bool MayBeNull => nullability?.ReadState == NullabilityState.Nullable;

    /// <summary>What it is made of, unless it stands in one scalar.</summary>
    internal ValueForm Form =>
        Type == typeof(FlagList) ? ValueForm.Flags
        : IsA(typeof(IReadOnlyList<>)) || IsA(typeof(ImmutableArray<>)) ? ValueForm.List
        : IsA(typeof(IReadOnlyDictionary<,>)) ? ValueForm.Map
        : ValueForm.Record;

    /// <summary>The shape of a generic argument: a list's item, a map's value.</summary>
    internal ValueShape Argument(int index) =>
        new(Type.GenericTypeArguments[index], nullability?.GenericTypeArguments[index], Rules.ItemRules);

    private bool IsA(Type definition) => Type.IsGenericType && Type.GetGenericTypeDefinition() == definition;
}
