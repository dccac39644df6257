using System.Collections.Immutable;
using Infra.Model.MaxText;
using Infra.Model.Memory;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Whether weights, cache and prefill results fit the memory of each chip.</summary>
/// <remarks>Source: <see cref="MemoryEstimate"/>. An error is certain; a warning is where what is not counted may not fit.</remarks>
internal static class MemoryRules
{
    private const string Batch = "per_device_batch_size";

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForFlag("NoDecodeSlots", Severity.Error, Batch, SlotViolation),
        Rule.ForFlag(
            "LowMemoryHeadroom",
            Severity.Warning,
            Batch,
            one =>
                one.Sizing.Memory is { Fits: true, HasHeadroom: false } memory
                    ? $"{Usage(one, memory, memory.Chip)}{PeakUsage(memory)}{OlderUsage(memory)}. Allowed without this warning (at most "
                        + $"{MemoryEstimate.RecommendedMaxPercent} %): {WithHeadroom(memory).Describe()}"
                    : null
        ),
        Rule.ForFlag(
            "OutOfMemory",
            Severity.Error,
            Batch,
            one =>
                one.Sizing.Memory is { Fits: false } memory
                    ? $"{Usage(one, memory, memory.SmallestChip)}. Allowed: {Fitting(memory).Describe()}"
                    : null
        ),
    ];

    private static MemoryRemedies WithHeadroom(MemoryEstimate memory) =>
        new(memory.Placement, estimate => estimate.HasHeadroom, estimate => estimate.RecommendedMaxBatch);

    private static MemoryRemedies Fitting(MemoryEstimate memory) =>
        new(memory.Placement, estimate => estimate.Fits, estimate => estimate.MaxBatch);

    private static string? SlotViolation(ServingContext one)
    {
        var devices = (double)one.Serving.Slice.Devices * one.Serving.Slices;
        return one.MaxText.PerDeviceBatchSize is { } batch && batch * devices < 1
            ? $"{Batch} {batch} gives less than one slot on {devices} devices. Allowed: at least {1 / devices}"
            : null;
    }

    private static string Usage(ServingContext one, MemoryEstimate memory, ChipMemory chip)
    {
        var model =
            one.MaxText.ModelName == MaxTextSetup.DefaultModel ? "the model" : KeyPath.Shown(one.MaxText.ModelName);
        return $"{model} needs {Gigabytes(chip.Total)} of {Gigabytes(memory.HbmBytes)} GB per chip at {Batch} "
            + $"{memory.Placement.PerDeviceBatchSize} ({Percent(memory, chip.Total)})";
    }

    private static string PeakUsage(MemoryEstimate memory) =>
        $", and up to {Gigabytes(memory.Chip.Peak)} GB ({Percent(memory, memory.Chip.Peak)}) with prefill results that wait for a slot";

    private static string OlderUsage(MemoryEstimate memory) =>
        memory.OlderChip is { } older
            ? $"; {Gigabytes(older.Total)} GB ({Percent(memory, older.Total)}) if the image's MaxText is from before {memory.Placement.Config.ChangedOn}"
            : "";

    private static string Percent(MemoryEstimate memory, double bytes) => $"{memory.GetPercent(bytes):0.0} %";

    private static string Gigabytes(double bytes) => $"{bytes / 1e9:0.00}";
}
