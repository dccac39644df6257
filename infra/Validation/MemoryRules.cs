using System.Collections.Immutable;
using Infra.Model.MaxText;
using Infra.Model.Memory;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The memory of each chip.</summary>
/// <remarks>Source: MaxText's <c>MaxEngine</c>, which creates <c>int(per_device_batch_size × devices)</c> slots.</remarks>
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
                    ? $"{Usage(one, memory)}, which leaves little for activations and programs. Allowed without this warning (at most "
                        + $"{MemoryEstimate.RecommendedMaxPercent} %): {Largest(memory.RecommendedMaxBatch)}"
                    : null
        ),
        Rule.ForFlag(
            "OutOfMemory",
            Severity.Error,
            Batch,
            one =>
                one.Sizing.Memory is { Fits: false } memory
                    ? $"{Usage(one, memory)}. Allowed: {Largest(memory.MaxBatch)}"
                    : null
        ),
    ];

    private static string? SlotViolation(ServingContext one)
    {
        var devices = (double)one.Serving.Slice.Devices * one.Serving.Slices;
        return one.MaxText.PerDeviceBatchSize is { } batch && batch * devices < 1
            ? $"{Batch} {batch} makes no slot on {devices} devices. Allowed: at least {1 / devices}"
            : null;
    }

    private static string Usage(ServingContext one, MemoryEstimate memory)
    {
        var model =
            one.MaxText.ModelName == MaxTextSetup.DefaultModel ? "the model" : KeyPath.Shown(one.MaxText.ModelName);
        var (used, total) = (memory.BytesPerChip / 1e9, one.Serving.Slice.Generation.HbmGigabytes);
        return $"{model} takes {used:0.0} of {total} GB a chip at {Batch} {memory.Placement.PerDeviceBatchSize} ({memory.Percent:0.0} %)";
    }

    private static string Largest(double batch) =>
        batch > 0
            ? $"at most {batch}"
            : "more chips, a quantized checkpoint or a shorter max_target_length, because no batch fits beside the weights";
}
