using Infra.Configuration.Reading;
using Infra.Model.MaxText;
using Infra.Model.Memory;

namespace Infra.Validation.MaxText;

/// <summary>Weights and cache fit into the chips' memory, and leave room for what nobody can count beforehand.</summary>
/// <remarks>
/// See <see cref="MemoryEstimate"/>. Google's own sample is at 90.0 %.
/// </remarks>
public sealed class ModelsFitTheMemory : ServingRule
{
    private const string Batch = "per_device_batch_size";

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        if (serving.Sizing.Memory is not { IsComfortable: false } memory)
        {
            return;
        }

        var place = report.AtFlag(serving, Batch);
        var taken =
            $"{Model(serving)} takes {memory.BytesPerChip / 1e9:0.0} of {memory.Placement.Slice.Generation.HbmGigabytes} GB a chip at {Batch} {memory.Placement.BatchPerDevice} ({memory.Percent:0.0} %)";
        if (memory.Fits)
        {
            place.Warn(
                "",
                $"{taken}, which leaves little for activations and programs; accepted without this warning (at most {MemoryEstimate.ComfortablePercent} %): {Largest(memory.LargestComfortableBatch)}"
            );
        }
        else
        {
            place.Error("", $"{taken}; accepted: {Largest(memory.LargestBatch)}");
        }
    }

    private static string Model(CheckedServing serving) =>
        serving.MaxText.ModelName is MaxTextSetup.NoModel ? "the model" : KeyPath.Shown(serving.MaxText.ModelName);

    private static string Largest(double batch) =>
        batch > 0
            ? $"at most {batch}"
            : "more chips, a quantized checkpoint or a shorter max_target_length, for no batch fits beside the weights";
}
