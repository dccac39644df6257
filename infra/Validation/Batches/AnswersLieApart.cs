using Infra.Model.Names;
using Infra.Model.Servings;

namespace Infra.Validation.Batches;

/// <summary>
/// The folder of a batch's answers belongs to it alone: prompts, checkpoints, temporary data and the answers of other batches lie
/// elsewhere.
/// </summary>
/// <remarks>
/// The Job may create what it likes in that folder; a server would read it as a checkpoint. What nodes may write and delete, and what
/// a bucket forgets after some days, is no place for answers.
/// </remarks>
public sealed class AnswersLieApart : IRule
{
    private const string Accepted = "accepted: a folder that holds nothing else";

    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        foreach (var one in stack.Servings)
        {
            if (one.Serving.Batch is { } batch && TakenBy(one, batch.Output, stack) is { } taken)
            {
                report.At(one.Key).Error("batch.output", $"{taken}; {Accepted}");
            }
        }
    }

    private static string? TakenBy(CheckedServing batch, GcsFolder output, CheckedStack stack) =>
        Inputs(output, stack) ?? Nodes(output, stack) ?? OtherOutputs(batch, output, stack);

    private static string? Inputs(GcsFolder output, CheckedStack stack) =>
        First(stack, one => one.Batch is { } other && output.Holds(other.Input.Text), "holds the prompts of");

    private static string? Nodes(GcsFolder output, CheckedStack stack) =>
        stack.Platform?.ScratchBucket == output.Bucket
            ? $"lies in {output.Bucket}, the stack's bucket of temporary data"
            : First(stack, one => Overlaps(output, one.ScratchLocation), "overlaps the temporary data of")
                ?? First(stack, one => Overlaps(output, one.Checkpoint), "overlaps the checkpoint of");

    private static string? OtherOutputs(CheckedServing batch, GcsFolder output, CheckedStack stack)
    {
        var before = stack.Servings.TakeWhile(one => one != batch);
        var other = before.FirstOrDefault(one =>
            one.Serving.Batch is { } earlier
            && (earlier.Output.Holds(output.Text) || earlier.Output.LiesIn(output.Text))
        );
        return other is null ? null : $"overlaps the output of {other.Key}";
    }

    private static string? First(CheckedStack stack, Predicate<Serving> isMeant, string relation) =>
        stack.Servings.FirstOrDefault(one => isMeant(one.Serving)) is { } found ? $"{relation} {found.Key}" : null;

    private static bool Overlaps(GcsFolder folder, GcsPath path) => folder.Holds(path.Text) || folder.LiesIn(path.Text);
}
