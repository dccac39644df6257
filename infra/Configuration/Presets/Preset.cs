using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Infra.Model.Servings;

namespace Infra.Configuration.Presets;

/// <summary>A known serving: the values that Google's guide to multi-host inference with Pathways states for it.</summary>
/// <remarks>A preset holds nothing that follows from other settings, so that each of its values can be replaced by itself.</remarks>
public sealed record Preset
{
    private Preset(string name, ServingSettings settings)
    {
        Name = name;
        Settings = settings;
    }

    /// <summary>Every preset.</summary>
    public static ImmutableArray<Preset> All { get; } =
    [new("llama2-70b-disaggregated", Llama2Disaggregated.Settings), new("llama3.1-405b-batch", Llama31Batch.Settings)];

    /// <summary>The preset's name, the same as that of its settings.</summary>
    public string Name { get; }

    /// <summary>What the preset says.</summary>
    public ServingSettings Settings { get; }

    /// <summary>Reads a preset's name; false when there is none of that name.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Preset? preset) =>
        (preset = All.FirstOrDefault(known => known.Name == text)) is not null;

    /// <inheritdoc />
    public override string ToString() => Name;
}
