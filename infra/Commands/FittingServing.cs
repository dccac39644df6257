using System.Collections.Immutable;
using Infra.Model.MaxText;
using Infra.Model.Memory;
using Infra.Model.Names;
using Infra.Model.Tpu;

namespace Infra.Commands;

/// <summary>A serving whose settings fit its slice, with the largest batch that is of use.</summary>
/// <param name="Model">The model.</param>
/// <param name="Slice">The slice.</param>
/// <param name="IsQuantized">Whether the checkpoint is quantized to int8.</param>
/// <param name="Memory">The memory of a chip with a batch of 1 for each device.</param>
internal sealed record FittingServing(ModelChoice Model, TpuSlice Slice, bool IsQuantized, MemoryEstimate Memory)
{
    private const string Int8 = "int8";
    private const string Bf16 = "bf16";

    /// <summary>The batch for each device: the largest within the recommended memory, and not more than the server works on at a time.</summary>
    public double Batch =>
        Math.Min(Memory.RecommendedMaxBatch, Memory.Placement.ComputeBatch(ServingSizing.MaxServerRequests));

    /// <summary>The model's name as Kubernetes accepts it.</summary>
    public string Name => Model.Setup.ModelName.Replace('.', '-');

    /// <summary>The lines of its settings that name preset and slice.</summary>
    public ImmutableArray<string> SliceLines => WriteSlice(Model, Slice);

    /// <summary>The lines of its settings for MaxText.</summary>
    public ImmutableArray<string> MaxTextLines =>
        WriteMaxText(new FittingFlags(Model, Slice, IsQuantized).Lines(Batch, Remark));

    private string Remark =>
        $"at most {Memory.RecommendedMaxBatch} within {MemoryEstimate.RecommendedMaxPercent} % of a chip's memory; the server works on "
        + $"{ServingSizing.MaxServerRequests} requests at a time";

    /// <summary>The serving of a model on a slice; null where the model does not fit.</summary>
    /// <param name="model">The model.</param>
    /// <param name="checkpoint">Its checkpoint, whose path may say how it is quantized.</param>
    /// <param name="topology">The topology; null for that of the preset, or the smallest that fits.</param>
    public static FittingServing? Find(ModelChoice model, GcsPath checkpoint, Topology? topology) =>
        (
            from slice in Slices(model, topology)
            from isQuantized in Formats(model, checkpoint)
            let serving = Create(model, slice, isQuantized)
            where serving?.Batch > 0
            select serving
        ).FirstOrDefault();

    /// <summary>The topologies on which a model fits, smallest first.</summary>
    public static IEnumerable<Topology> Topologies(ModelChoice model, GcsPath checkpoint) =>
        Topology.All.Where(topology => Find(model, checkpoint, topology) is not null);

    private static IEnumerable<TpuSlice> Slices(ModelChoice model, Topology? topology) =>
        topology is null && model.Slice is { } own ? [own]
        : model.Slice is { } preset && preset.Topology == topology ? [preset]
        : TpuSlice.All.Where(slice => topology is null || slice.Topology == topology);

    private static IEnumerable<bool> Formats(ModelChoice model, GcsPath checkpoint)
    {
        var folders = checkpoint.Text.Split('/');
        return folders.Contains(Int8) ? [true]
            : folders.Contains(Bf16) ? [false]
            : model.IsQuantized is true ? [true]
            : [false, true];
    }

    private static FittingServing? Create(ModelChoice model, TpuSlice slice, bool isQuantized)
    {
        var flags = new FittingFlags(model, slice, isQuantized).Lines(1);
        return ServingDraft.Load(WriteSlice(model, slice).Concat(WriteMaxText(flags))) is { Sizing.Memory: { } memory }
            ? new(model, slice, isQuantized, memory)
            : null;
    }

    private static ImmutableArray<string> WriteSlice(ModelChoice model, TpuSlice slice) =>
        [
            .. model.IsPreset ? [$"preset: {model.Name}"] : Array.Empty<string>(),
            $"topology: {slice.Topology}",
            $"machineType: {slice.MachineType} # {slice.ChipsPerHost} of the {slice.Chips} chips on each host",
        ];

    private static ImmutableArray<string> WriteMaxText(IEnumerable<string> flags) =>
        ["maxText:", "  flags:", .. flags.Select(flag => $"    {flag}")];
}
