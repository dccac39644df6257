namespace Infra.Model.Memory;

/// <summary>What a model takes of the chips' memory: weights and cache, in bytes, on the slice that holds most.</summary>
/// <remarks>
/// <para>
/// One slice serves prompts from beginning to end, or (disaggregated) prefill and generate have slices of their own: each
/// slice then holds all weights, and the generate slice the cache too. The estimate is that of the slice with the cache.
/// </para>
/// <para>
/// MaxText makes <c>int(per_device_batch_size × jax.device_count())</c> slots. Whether the count is that of one slice or of
/// all is not documented for disaggregated serving; all are counted, which is the larger demand. Source: <c>MaxEngine</c>.
/// </para>
/// <para>
/// Weights and cache are taken as spread evenly over the slice's chips. Not counted: activations, the scales of
/// quantization, the cache of a prefill under way, what XLA needs, and weights that a sharding keeps more than once.
/// </para>
/// </remarks>
/// <param name="Placement">What is estimated.</param>
public sealed record MemoryEstimate(ModelPlacement Placement)
{
    /// <summary>Above this share of the memory, in percent, what is not counted may no longer fit: 92.</summary>
    /// <remarks>Google's own sample (Llama 3.1 405B at batch 6 on one 4x4) is at 90.0.</remarks>
    public const double ComfortablePercent = 92;

    /// <summary>Prompts that are served at a time.</summary>
    public double Slots => ModelPlacement.SlotsOf(Placement.BatchPerDevice, Placement.Devices);

    /// <summary>Bytes of the layers' weights.</summary>
    public double BodyBytes => Placement.Architecture.BodyParameters * Placement.Weights.Body.Bytes;

    /// <summary>Bytes of the embedding and the logits.</summary>
    public double EmbeddingBytes => Placement.Architecture.EmbeddingParameters * Placement.Weights.Embedding.Bytes;

    /// <summary>Bytes of all weights.</summary>
    public double WeightBytes => BodyBytes + EmbeddingBytes;

    /// <summary>Bytes that the cache has for one slot.</summary>
    public double CacheBytesPerSlot =>
        Placement.Architecture.CacheValuesPerToken * Placement.Cache.Bytes * Placement.TargetLength;

    /// <summary>Bytes of the whole cache.</summary>
    public double CacheBytes => Slots * CacheBytesPerSlot;

    /// <summary>Bytes of weights and cache.</summary>
    public double TotalBytes => WeightBytes + CacheBytes;

    /// <summary>Bytes of the weights on each chip; all that a prefill slice of its own holds.</summary>
    public double WeightBytesPerChip => WeightBytes / Placement.Slice.Chips;

    /// <summary>Bytes of the cache on each chip.</summary>
    public double CacheBytesPerChip => CacheBytes / Placement.Slice.Chips;

    /// <summary>Bytes of weights and cache on each chip.</summary>
    public double BytesPerChip => TotalBytes / Placement.Slice.Chips;

    /// <summary>Bytes that each chip has left; below zero when the model does not fit.</summary>
    public double HeadroomPerChip => HbmPerChip - BytesPerChip;

    /// <summary>Share of a chip's memory in percent: 100 is all of it.</summary>
    public double Percent => 100 * BytesPerChip / HbmPerChip;

    /// <summary>Whether weights and cache fit.</summary>
    public bool Fits => Percent <= 100;

    /// <summary>Whether there is room for what is not counted.</summary>
    public bool IsComfortable => Percent <= ComfortablePercent;

    /// <summary>The largest batch for each chip that fits: a whole number, below 1 a fraction, 0 when not one slot fits.</summary>
    public double LargestBatch => LargestBatchWithin(100);

    /// <summary>The largest batch for each chip that leaves room for what is not counted.</summary>
    public double LargestComfortableBatch => LargestBatchWithin(ComfortablePercent);

    private double HbmPerChip => Placement.Slice.Generation.HbmGigabytes * 1e9;

    private double LargestBatchWithin(double percent)
    {
        var room = (HbmPerChip * Placement.Slice.Chips * percent / 100) - WeightBytes;
        var slots = Math.Max(0, Math.Floor(room / CacheBytesPerSlot));
        return slots < Placement.Devices ? slots / Placement.Devices : Math.Floor(slots / Placement.Devices);
    }
}
