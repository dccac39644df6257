namespace Infra.Validation.MaxText;

/// <summary>A prompt has room, and with its answer no less.</summary>
/// <remarks>Source: <c>validate_prefill_and_target_lengths</c> in MaxText's <c>pyconfig.py</c>; unset they are 64 and 2048.</remarks>
public sealed class LengthsHoldPromptAndAnswer : ServingRule
{
    private const string Prefill = "max_prefill_predict_length";
    private const string Target = "max_target_length";

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        if (serving.MaxText is not { PrefillLength: { } prefill, TargetLength: { } target })
        {
            return;
        }

        if (prefill <= 0)
        {
            report
                .AtFlag(serving, Prefill)
                .Error("", $"{Prefill} is {prefill}; accepted: a whole number of at least 1");
        }
        else if (target < prefill)
        {
            report
                .AtFlag(serving, Target)
                .Error("", $"{Target} {target} is less than {Prefill} {prefill}; accepted: at least {prefill}");
        }
    }
}
