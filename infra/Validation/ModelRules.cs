using System.Collections.Immutable;
using Infra.Model.MaxText;
using Infra.Model.Memory;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The model and its checkpoint.</summary>
/// <remarks>
/// Sources: <c>validate_no_keys_overwritten_twice</c> and <c>validate_keys</c> in MaxText's <c>pyconfig.py</c>; <c>load_params</c> of its
/// <c>MaxEngine</c>, which reads quantized weights only where <c>quantization</c> says how; the paths of Google's tutorial, which end in <c>int8</c> or
/// contain <c>bf16</c>.
/// </remarks>
internal static class ModelRules
{
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
                    ? $"MaxText in the default image does not know model_name {KeyPath.Shown(one.MaxText.ModelName)}."
                        + $"{DidYouMean.Sentence(one.MaxText.ModelName, KnownModels.InDefaultImage)} Allowed: "
                        + $"{AllowedValues.Format(KnownModels.InDefaultImage)}, or an image that knows it (images.jetStream)"
                    : null
        ),
        Rule.ForServing(
            "RedundantArchitecture",
            Severity.Error,
            "architecture",
            (_, one) =>
                one.Serving.Architecture is not null && KnownModels.Find(one.MaxText.ModelName) is not null
                    ? $"must not be set, because that of {one.MaxText.ModelName} is known. Remove it"
                    : null
        ),
        Rule.ForFlag(
            "UnknownArchitecture",
            Severity.Warning,
            "model_name",
            one =>
                one.MaxText.Architecture is null
                    ? $"{(IsUnnamed(one) ? "model_name is not set" : $"model_name {KeyPath.Shown(one.MaxText.ModelName)} is unknown")}, so memory "
                        + $"is not checked. Allowed: {AllowedValues.Format(KnownModels.All.Keys)}, or the dimensions of the model in architecture"
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
                    ? "load_full_state_path cannot be combined with load_parameters_path, which is derived from checkpoint. Remove it"
                    : null
        ),
        Rule.ForFlag(
            "CheckpointFlagMismatch",
            Severity.Error,
            "enable_checkpointing",
            one =>
                one.MaxText.GetBool("enable_checkpointing") is false
                    ? "enable_checkpointing is false, so MaxText does not load the checkpoint. Allowed: true"
                    : null
        ),
    ];

    private static bool IsUnnamed(ServingContext one) => one.MaxText.ModelName == MaxTextSetup.DefaultModel;

    private static string? QuantizationViolation(ServingContext one) =>
        one.MaxText is { CheckpointIsQuantized: true, Quantization: "" }
            ? $"{IsQuantized} is true, but quantization is not set. Allowed: quantization int8, or {IsQuantized} false"
            : null;

    private static string? PathViolation(ServingContext one)
    {
        var folders = one.Serving.Checkpoint.Text.Split('/');
        return one.MaxText.CheckpointIsQuantized switch
        {
            false when folders.Contains("int8") =>
                $"has a folder int8, but {IsQuantized} is false. Allowed without this warning: {IsQuantized} true with quantization int8",
            true when folders.Contains("bf16") =>
                $"has a folder bf16, but {IsQuantized} is true. Allowed without this warning: {IsQuantized} false",
            _ => null,
        };
    }
}
