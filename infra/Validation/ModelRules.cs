using System.Collections.Immutable;
using Infra.Model.MaxText;
using Infra.Model.Memory;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The model, its checkpoint and its memory.</summary>
/// <remarks>
/// Sources: <c>validate_no_keys_overwritten_twice</c> and <c>validate_keys</c> in MaxText's <c>pyconfig.py</c>; <c>load_params</c> of its
/// <c>MaxEngine</c>, which reads quantized weights only where <c>quantization</c> says how, and which creates
/// <c>int(per_device_batch_size × devices)</c> slots; the paths of Google's tutorial, which end in <c>int8</c> or contain <c>bf16</c>.
/// </remarks>
internal static class ModelRules
{
    private const string Batch = "per_device_batch_size";
    private const string IsQuantized = "checkpoint_is_quantized";

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForFlag(
            "ModelNotInImage",
            Severity.Warning,
            "model_name",
            one =>
                one.Serving.HasDefaultJetStream && !KnownModels.InDefaultImage.Contains(one.MaxText.ModelName)
                    ? $"MaxText in the default image does not know model_name {KeyPath.Shown(one.MaxText.ModelName)}. Allowed: "
                        + $"{AllowedValues.Format(KnownModels.InDefaultImage)}, or an image that knows it (images.jetStream)"
                    : null
        ),
        Rule.ForServing(
            "RedundantArchitecture",
            Severity.Error,
            "architecture",
            (_, one) =>
                one.Serving.Architecture is not null && KnownModels.Find(one.MaxText.ModelName) is not null
                    ? $"is known for {one.MaxText.ModelName}. Remove it"
                    : null
        ),
        Rule.ForFlag(
            "UnknownArchitecture",
            Severity.Warning,
            "model_name",
            one =>
                one.MaxText.Architecture is null
                    ? $"{(IsUnnamed(one) ? "model_name is not set" : $"model_name {KeyPath.Shown(one.MaxText.ModelName)} is unknown")}, so that memory "
                        + $"is not checked. Allowed: {AllowedValues.Format(KnownModels.All.Keys)}, or its architecture beside maxText"
                    : null
        ),
        Rule.ForFlag("CheckpointFlagMismatch", Severity.Error, IsQuantized, QuantizationViolation),
        Rule.ForServing("CheckpointFlagMismatch", Severity.Warning, "checkpoint", (_, one) => PathViolation(one)),
        Rule.ForFlag(
            "CheckpointFlagMismatch",
            Severity.Error,
            "load_full_state_path",
            one =>
                one.MaxText.GetString("load_full_state_path").Length > 0
                    ? "load_full_state_path excludes load_parameters_path, which is derived from checkpoint. Remove it"
                    : null
        ),
        Rule.ForFlag(
            "CheckpointFlagMismatch",
            Severity.Error,
            "enable_checkpointing",
            one =>
                one.MaxText.GetBool("enable_checkpointing") is false
                    ? "enable_checkpointing is false, so that the checkpoint is not loaded. Allowed: true"
                    : null
        ),
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

    private static bool IsUnnamed(ServingContext one) => one.MaxText.ModelName == MaxTextSetup.DefaultModel;

    private static string? QuantizationViolation(ServingContext one) =>
        one.MaxText is { CheckpointIsQuantized: true, Quantization: "" }
            ? $"{IsQuantized} requires quantization. Allowed: quantization int8, or {IsQuantized} false"
            : null;

    private static string? PathViolation(ServingContext one)
    {
        var folders = one.Serving.Checkpoint.Text.Split('/');
        return one.MaxText.CheckpointIsQuantized switch
        {
            false when folders.Contains("int8") =>
                $"contains int8 although {IsQuantized} is false. Allowed: {IsQuantized} true with quantization int8",
            true when folders.Contains("bf16") =>
                $"contains bf16 although {IsQuantized} is true. Allowed: {IsQuantized} false",
            _ => null,
        };
    }

    private static string? SlotViolation(ServingContext one)
    {
        var devices = (double)one.Serving.Slice.Devices * one.Serving.Slices;
        return one.MaxText.PerDeviceBatchSize is { } batch && batch * devices < 1
            ? $"{Batch} {batch} makes no slot on {devices} devices. Allowed: at least {1 / devices}"
            : null;
    }

    private static string Usage(ServingContext one, MemoryEstimate memory)
    {
        var model = IsUnnamed(one) ? "the model" : KeyPath.Shown(one.MaxText.ModelName);
        var (used, total) = (memory.BytesPerChip / 1e9, one.Serving.Slice.Generation.HbmGigabytes);
        return $"{model} takes {used:0.0} of {total} GB a chip at {Batch} {memory.Placement.PerDeviceBatchSize} ({memory.Percent:0.0} %)";
    }

    private static string Largest(double batch) =>
        batch > 0
            ? $"at most {batch}"
            : "more chips, a quantized checkpoint or a shorter max_target_length, because no batch fits beside the weights";
}
