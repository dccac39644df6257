namespace Infra.Validation.MaxText;

/// <summary>What is said of the checkpoint fits how it is read, and it is loaded in one way.</summary>
/// <remarks>
/// Sources: <c>MaxEngine.load_params</c>, which reads quantized weights only where <c>quantization</c> says how; <c>validate_keys</c> in
/// <c>pyconfig.py</c>; the paths of Google's tutorial, which end in <c>int8</c> or hold <c>bf16</c>.
/// </remarks>
public sealed class CheckpointsAreReadAsTheyAre : ServingRule
{
    private const string IsQuantized = "checkpoint_is_quantized";

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var setup = serving.MaxText;
        if (setup.CheckpointIsQuantized is true && setup.Quantization.Length == 0)
        {
            report
                .AtFlag(serving, IsQuantized)
                .Error(
                    "",
                    $"{IsQuantized} needs quantization beside it; accepted: quantization int8, or {IsQuantized} false"
                );
        }

        CheckPath(serving, report);
        if (setup.Text("load_full_state_path").Length > 0)
        {
            report
                .AtFlag(serving, "load_full_state_path")
                .Error(
                    "",
                    "load_full_state_path excludes load_parameters_path, which follows from the checkpoint; accepted: none"
                );
        }

        if (setup.Truth("enable_checkpointing") is false)
        {
            report
                .AtFlag(serving, "enable_checkpointing")
                .Error("", "enable_checkpointing is false, so the checkpoint is not loaded; accepted: true");
        }
    }

    private static void CheckPath(CheckedServing serving, Report report)
    {
        var folders = serving.Serving.Checkpoint.Text.Split('/');
        var isQuantized = serving.MaxText.CheckpointIsQuantized;
        if (folders.Contains("int8") && isQuantized is false)
        {
            report.Warn(
                "checkpoint",
                $"names int8 while {IsQuantized} is false; accepted: {IsQuantized} true with quantization int8"
            );
        }
        else if (folders.Contains("bf16") && isQuantized is true)
        {
            report.Warn("checkpoint", $"names bf16 while {IsQuantized} is true; accepted: {IsQuantized} false");
        }
    }
}
