using System.Collections.Immutable;
using Infra.Configuration;
using Infra.Model.MaxText;
using Infra.Model.Memory;
using Infra.Model.Tpu;

namespace Infra.Commands;

/// <summary>A model that <c>init</c> offers: a preset, or a model of the default image whose dimensions are known.</summary>
internal sealed record ModelChoice
{
    private ModelChoice(string name)
    {
        Name = name;
        IsPreset = Presets.Names.Contains(name);
        string[] settings = IsPreset
            ? [$"preset: {name}"]
            : [$"topology: {Topology.All[0]}", "maxText:", "  flags:", $"    - model_name: {name}"];
        var serving =
            ServingDraft.Load(settings)?.Serving ?? throw new InvalidOperationException($"{name} cannot be read.");
        Setup = MaxTextSetup.From(serving);
        Slice = IsPreset ? serving.Slice : null;
    }

    /// <summary>The names of all of them, presets first.</summary>
    public static ImmutableArray<string> Names { get; } =
    [.. Presets.Names, .. KnownModels.All.Keys.Where(KnownModels.InDefaultImage.Contains).Except(Presets.Names)];

    /// <summary>The name of the preset or model.</summary>
    public string Name { get; }

    /// <summary>What the preset sets for MaxText; without a preset, the model's name.</summary>
    public MaxTextSetup Setup { get; }

    /// <summary>Whether it is a preset.</summary>
    public bool IsPreset { get; }

    /// <summary>The slice of the preset; null without a preset.</summary>
    public TpuSlice? Slice { get; }

    /// <summary>Whether the preset expects a quantized checkpoint; null without a preset.</summary>
    public bool? IsQuantized => IsPreset ? Setup.CheckpointIsQuantized : null;

    /// <summary>Finds a preset or model by its name; null for none.</summary>
    public static ModelChoice? Find(string name) => Names.Contains(name) ? new(name) : null;
}
