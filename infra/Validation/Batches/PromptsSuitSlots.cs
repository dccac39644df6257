using Infra.Configuration.Reading;

namespace Infra.Validation.Batches;

/// <summary>More prompts at a time than a server works on only wait in it, in front of whoever else asks.</summary>
/// <remarks>Beyond the slots a prompt waits for one; beyond the threads of the server it is not even taken.</remarks>
public sealed class PromptsSuitSlots : ServingRule
{
    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        if (serving.Serving.Batch?.Concurrency is not { } concurrency || serving.Sizing.PromptsAtOnce is not { } useful)
        {
            return;
        }

        if (useful >= 1 && concurrency > useful)
        {
            report.Add(
                Severity.Note,
                "batch.concurrency",
                $"{concurrency} prompts at a time are more than the {useful} that the serving works on: the others wait in front of whoever else asks; accepted without this note: at most {useful}"
            );
        }
    }
}
