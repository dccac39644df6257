using System.Collections.Immutable;
using StackConfig.Binding;

namespace StackConfig.Schema;

/// <summary>Everything that is known about one key of a stack file.</summary>
/// <param name="Key">The key.</param>
/// <param name="Text">What it is, what holds where it is left out, and what it refuses.</param>
/// <param name="Remarks">What is worth knowing about its value; empty for nothing.</param>
/// <param name="Value">The type of its value with what is asked of it.</param>
/// <param name="IsRequired">Whether it has to be set.</param>
/// <param name="IsRequiredWithoutPreset">Whether it has to be set unless a preset may set it.</param>
/// <param name="Default">What holds where it is left out; null for nothing, or where that follows from other settings.</param>
/// <param name="Within">The keys of its value, or of each item of it.</param>
/// <param name="KnownFlags">The flags that are known, where it is a list of flags.</param>
internal sealed record SettingDescription(
    string Key,
    DocText Text,
    DocText Remarks,
    ValueShape Value,
    bool IsRequired,
    bool IsRequiredWithoutPreset,
    object? Default,
    ImmutableArray<SettingDescription> Within,
    ImmutableArray<KnownFlag> KnownFlags
);
