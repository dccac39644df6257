namespace Infra.Model.Memory;

/// <summary>The memory of weights and cache, in bytes, on the slice that holds most.</summary>
/// <remarks>
/// <para>
/// One slice serves prompts from beginning to end, or prefill and generate have a slice each (disaggregated). Each slice holds all weights;
/// the estimate is that of the slice that also holds the cache.
/// </para>
/// <para>
/// MaxText's <c>MaxEngine</c> creates <c>int(per_device_batch_size × jax.device_count())</c> slots. Whether the count covers one slice or all
/// is not documented for disaggregated serving; all are counted, which requires more.
/// </para>
/// <para>
/// Weights and cache are assumed to be sharded evenly over the slice's chips. Not counted: activations, scales of quantization, the cache of
/// a prefill in progress, XLA's own memory, and weights that a sharding replicates.
/// </para>
/// </remarks>
/// <param name="Placement">The model and its slices.</param>
public sealed record MemoryEstimate(ModelPlacement Placement)
{
    /// <summary>The share of the memory, in percent, above which what is not counted may not fit: 92.</summary>
    /// <remarks>Google's own sample (Llama 3.1 405B at batch 6 on one 4x4) is at 90.0.</remarks>
    public const double RecommendedMaxPercent = 92;

    /// <summary>Prompts that are decoded at a time.</summary>
    public double Slots => ModelPlacement.ComputeSlots(Placement.PerDeviceBatchSize, Placement.Devices);

    /// <summary>Bytes of the layers' weights.</summary>
    public double BodyBytes => Placement.Architecture.BodyParameters * Placement.Weights.Body.Bytes;

    /// <summary>Bytes of the embedding and the logits.</summary>
    public double EmbeddingBytes => Placement.Architecture.EmbeddingParameters * Placement.Weights.Embedding.Bytes;

    /// <summary>Bytes of all weights.</summary>
    public double WeightBytes => BodyBytes + EmbeddingBytes;

    /// <summary>Bytes of the cache for one slot.</summary>
    public double CacheBytesPerSlot =>
        Placement.Architecture.CacheValuesPerToken * Placement.Cache.Bytes * Placement.MaxTargetLength;

    /// <summary>Bytes of the whole cache.</summary>
    public double CacheBytes => Slots * CacheBytesPerSlot;

    /// <summary>Bytes of weights and cache.</summary>
    public double TotalBytes => WeightBytes + CacheBytes;

    /// <summary>Bytes of the weights on each chip; a prefill slice holds nothing else.</summary>
    public double WeightBytesPerChip => WeightBytes / Placement.Slice.Chips;

    /// <summary>Bytes of the cache on each chip.</summary>
    public double CacheBytesPerChip => CacheBytes / Placement.Slice.Chips;

    /// <summary>Bytes of weights and cache on each chip.</summary>
    public double BytesPerChip => TotalBytes / Placement.Slice.Chips;

    /// <summary>Free bytes of each chip; below zero where the model does not fit.</summary>
    public double HeadroomPerChip => HbmPerChip - BytesPerChip;

    /// <summary>The used share of a chip's memory, in percent.</summary>
    public double Percent => 100 * BytesPerChip / HbmPerChip;

    /// <summary>Whether weights and cache fit.</summary>
    public bool Fits => Percent <= 100;

    /// <summary>Whether what is not counted is expected to fit.</summary>
    public bool HasHeadroom => Percent <= RecommendedMaxPercent;

    /// <summary>The largest batch for each device that fits: a whole number, a fraction below 1, or 0 where no slot fits.</summary>
    public double MaxBatch => MaxBatchWithin(100);

    /// <summary>The largest batch for each device within the recommended share.</summary>
    public double RecommendedMaxBatch => MaxBatchWithin(RecommendedMaxPercent);

    private double HbmPerChip => Placement.Slice.Generation.HbmGigabytes * 1e9;

    private double MaxBatchWithin(double percent)
    {
        var room = (HbmPerChip * Placement.Slice.Chips * percent / 100) - WeightBytes;
        var slots = Math.Max(0, Math.Floor(room / CacheBytesPerSlot));
        return slots < Placement.Devices ? slots / Placement.Devices : Math.Floor(slots / Placement.Devices);
    }
}
