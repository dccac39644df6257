using System.Collections.Immutable;
using System.Reflection;
using StackConfig.Binding;
using StackConfig.Reading;

namespace StackConfig.Schema;

/// <summary>The settings that a program reads, from which their schema and their pages are generated.</summary>
/// <param name="Type">The type that a stack file is bound to. The documentation comments of its assembly describe the settings.</param>
/// <param name="Defaults">The defaults, in the shape of a stack file. The one item of a list describes every item.</param>
/// <param name="ScalarTypes">How strings become values of further types.</param>
public sealed record SettingsModel(Type Type, MapNode Defaults, IReadOnlyDictionary<Type, ScalarType> ScalarTypes)
{
    /// <summary>Whether a required property may be omitted, because a document that is merged later can set it. Default: none.</summary>
    public Func<PropertyInfo, bool> MayBeOmitted { get; init; } = _ => false;

    /// <summary>The flags to describe in a list of flags. Default: none.</summary>
    public Func<PropertyInfo, ImmutableArray<KnownFlag>> KnownFlags { get; init; } = _ => [];
}
