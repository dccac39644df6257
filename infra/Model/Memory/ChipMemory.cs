using System.Collections.Immutable;

namespace Infra.Model.Memory;

/// <summary>The memory that one chip needs, in bytes, part by part.</summary>
/// <remarks>
/// A part is the size of its tensors, divided by the devices over which their dimensions are sharded. Not counted: activations and XLA's own
/// memory. Sources: <c>maxengine.py</c>, <c>kvcache.py</c> and <c>quantizations.py</c> in MaxText at b185423; <c>orchestrator.py</c> in JetStream.
/// </remarks>
/// <param name="Placement">The model and its slices.</param>
/// <param name="Sharding">How the model is sharded.</param>
public sealed record ChipMemory(ModelPlacement Placement, Sharding Sharding)
{
    private const int ScaleBytes = 4;
    private const int SegmentIdBytes = 4;
    private const int LogitsBytes = 4;

    /// <summary>The weights.</summary>
    public double Weights =>
        (LayerParameters * Placement.Weights.Body.Bytes) + (OtherParameters * Placement.Weights.Embedding.Bytes);

    /// <summary>The scales of quantized weights, at most: one for each output channel, on every device.</summary>
    public double WeightScales =>
        Placement.Weights.Body.IsQuantized ? ComputeShare(Model.QuantizedChannels * ScaleBytes) : 0;

    /// <summary>The keys and values of all slots.</summary>
    public double Cache => Slots * CachePerSlot;

    /// <summary>The scales of a quantized cache, which every device holds.</summary>
    public double CacheScales => Slots * ScalesPerSlot;

    /// <summary>The segment ids of all slots, which tell prompts and unused tokens apart in each layer.</summary>
    public double SegmentIds => Slots * SegmentIdsPerSlot;

    /// <summary>The last logits of all slots, which every device holds.</summary>
    public double Logits => Slots * LogitsPerSlot;

    /// <summary>All that is allocated before the first prompt.</summary>
    public double Total => Fixed + (Slots * TotalPerSlot);

    /// <summary>The caches of prompts that wait for a slot.</summary>
    public double PrefillResults => PrefillResultCount * PrefillResultBytes;

    /// <summary>What is needed under load: <see cref="Total"/> and <see cref="PrefillResults"/>.</summary>
    public double Peak => Total + PrefillResults;

    /// <summary>Prefill results on the slice that decodes, at most.</summary>
    /// <remarks>
    /// Interleaved: one each in the thread of prefills, the queue of transfers, the thread of transfers and the queue of insertions.
    /// Disaggregated: one in the thread of transfers, and a queue of insertions with a third of the slots; the others are on the prefill slice.
    /// </remarks>
    public double PrefillResultCount => FixedPrefillResults + (Slots * PrefillResultsPerSlot);

    private double LayerParameters =>
        ComputeShare(Model.QueryParameters, Sharding.Embedding, Sharding.QueryHeads)
        + ComputeShare(Model.KeyValueParameters, Sharding.Embedding, Sharding.KeyValueHeads, Sharding.KeyValueHeadWidth)
        + ComputeShare(Model.OutputParameters, Sharding.OutputHeads, Sharding.Embedding)
        + ComputeShare(Model.MlpParameters, Sharding.Embedding, Sharding.Mlp, Sharding.Experts);

    private double OtherParameters =>
        ComputeShare(Model.EmbeddingParameters, Sharding.Vocabulary, Sharding.Embedding)
        + ComputeShare(Model.NormParameters);

    private bool IsDisaggregated => Placement.Slices > 1;

    private double FixedPrefillResults => IsDisaggregated ? 1 : 4;

    private double PrefillResultsPerSlot => IsDisaggregated ? 1d / 3 : 0;

    private ModelArchitecture Model => Placement.Architecture;

    private double Slots => Placement.Slots;

    private double Fixed => Weights + WeightScales;

    private double CachePerSlot =>
        ComputeShare(
            Placement.MaxTargetLength * Placement.Cache.ValueBytesPerToken(Model),
            Sharding.CacheSlots,
            Sharding.CacheHeads
        );

    private double ScalesPerSlot => ComputeShare(Placement.MaxTargetLength * Placement.Cache.ScaleBytesPerToken(Model));

    private double SegmentIdsPerSlot =>
        ComputeShare((double)Placement.MaxTargetLength * Model.Layers * SegmentIdBytes, Sharding.CacheSlots);

    private double LogitsPerSlot => ComputeShare((double)Model.Vocabulary * LogitsBytes);

    private double TotalPerSlot => CachePerSlot + ScalesPerSlot + SegmentIdsPerSlot + LogitsPerSlot;

    private double PrefillResultBytes =>
        ComputeShare(Placement.MaxTargetLength * Placement.Cache.ValueBytesPerToken(Model), Sharding.CacheHeads);

    /// <summary>The most slots with which <see cref="Total"/> is within a limit.</summary>
    internal double MaxSlots(double limit) => (limit - Fixed) / TotalPerSlot;

    /// <summary>The most slots with which <see cref="Peak"/> is within a limit.</summary>
    internal double MaxSlotsAtPeak(double limit) =>
        (limit - Fixed - (FixedPrefillResults * PrefillResultBytes))
        / (TotalPerSlot + (PrefillResultsPerSlot * PrefillResultBytes));

    /// <summary>The part of a tensor that one chip holds.</summary>
    /// <param name="size">The size of the tensor, in any unit.</param>
    /// <param name="dimensions">The axes over which each of its dimensions is sharded; none for a replicated tensor.</param>
    private double ComputeShare(double size, params ReadOnlySpan<ImmutableArray<string>> dimensions)
    {
        var axes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var dimension in dimensions)
        {
            axes.UnionWith(dimension);
        }

        return size * Placement.Slice.Generation.DevicesPerChip / Placement.Mesh.ComputeParts(axes);
    }
}
