namespace Infra.Model.Memory;

/// <summary>Whether a model fits the memory of each chip, on the slice that holds most.</summary>
/// <remarks>
/// One slice serves prompts from beginning to end, or prefill and generate have a slice each (disaggregated). Each slice holds all weights;
/// the estimate is that of the slice that also holds the cache. Where the sharding of the configuration file changed, the newer one decides
/// whether there is headroom, and the one that needs less decides whether the model fits.
/// </remarks>
/// <param name="Placement">The model and its slices.</param>
public sealed record MemoryEstimate(ModelPlacement Placement)
{
    /// <summary>The share of the memory, in percent, above which what is not counted may not fit: 95.</summary>
    /// <remarks>Google's own sample (Llama 3.1 405B at batch 6 on one 4x4) needs 93.8, with prefill results 94.6.</remarks>
    public const double RecommendedMaxPercent = 95;

    /// <summary>The memory of a chip with the sharding of today.</summary>
    public ChipMemory Chip { get; } = new(Placement, Placement.Config.Sharding);

    /// <summary>The memory of a chip with the older sharding; null where there is none.</summary>
    public ChipMemory? OlderChip { get; } = Placement.Config.OlderSharding is { } older ? new(Placement, older) : null;

    /// <summary>The memory of a chip with the sharding that needs least.</summary>
    public ChipMemory SmallestChip => OlderChip is { } older && older.Total < Chip.Total ? older : Chip;

    /// <summary>The memory that a chip has, in bytes.</summary>
    public double HbmBytes => Placement.Slice.Generation.HbmBytes;

    /// <summary>Free bytes of each chip under load; below zero where there may be too few.</summary>
    public double Headroom => HbmBytes - Chip.Peak;

    /// <summary>Whether the model fits at all, at least with the older sharding.</summary>
    public bool Fits => GetPercent(SmallestChip.Total) <= 100;

    /// <summary>Whether what is not counted is expected to fit, with the sharding of today and under load.</summary>
    public bool HasHeadroom => GetPercent(Chip.Peak) <= RecommendedMaxPercent;

    /// <summary>The largest batch for each device that fits: an integer, a fraction below 1, or 0 where no slot fits.</summary>
    public double MaxBatch => Placement.ComputeBatch(SmallestChip.MaxSlots(HbmBytes));

    /// <summary>The largest batch for each device with headroom.</summary>
    public double RecommendedMaxBatch =>
        Placement.ComputeBatch(Chip.MaxSlotsAtPeak(HbmBytes * RecommendedMaxPercent / 100));

    /// <summary>A share of a chip's memory, in percent.</summary>
    public double GetPercent(double bytes) => 100 * bytes / HbmBytes;
}
