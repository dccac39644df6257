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
    /// <summary>Whether a preset may set a required property, so that it may be omitted. Default: none.</summary>
    public Func<PropertyInfo, bool> MayBeInPreset { get; init; } = _ => false;

    /// <summary>The key that names a preset, in the records whose properties a preset may set. Default: <c>preset</c>.</summary>
    public string PresetKey { get; init; } = "preset";

    /// <summary>Keys that a stack file needs unless <see cref="RequiredUnless"/> is set or a Pulumi ESC environment may set them. Default: none.</summary>
    public ImmutableArray<string> Required { get; init; } = [];

    /// <summary>The key, and a key below it, without which <see cref="Required"/> holds. Default: none.</summary>
    public (string Key, string Below)? RequiredUnless { get; init; }

    /// <summary>The flags to describe in a list of flags. Default: none.</summary>
    public Func<PropertyInfo, ImmutableArray<KnownFlag>> KnownFlags { get; init; } = _ => [];
}
