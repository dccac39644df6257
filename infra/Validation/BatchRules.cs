using System.Collections.Immutable;
using Infra.Model.Names;
using Infra.Model.Servings;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Batch inference.</summary>
internal static class BatchRules
{
    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForServing(
            "BatchWithoutReplicas",
            Severity.Error,
            "batch",
            (_, one) =>
                one.Serving is { Batch: not null, Deployed: true, Replicas: 0 }
                    ? "requires at least one replica, but replicas is 0. Raise replicas, set deployed: false, or remove batch"
                    : null
        ),
        Rule.ForServing(
            "BatchWithoutServiceAccount",
            Severity.Error,
            "batch.serviceAccount",
            (stack, one) =>
                stack.UsesExistingCluster && one.Serving.Batch is { HasOwnAccount: false }
                    ? "is missing, but the stack creates no service account in an existing cluster. Allowed: the name of a Kubernetes service account that "
                        + "can read the input and write the output"
                    : null
        ),
        Rule.ForServing("BatchOutputOverlap", Severity.Error, "batch.output", OutputViolation),
        Rule.ForServing(
            "ConcurrencyAboveSlots",
            Severity.Note,
            "batch.concurrency",
            (_, one) =>
                one is { Serving.Batch.Concurrency: { } concurrency, Sizing.MaxConcurrentRequests: >= 1 and var slots }
                && concurrency > slots
                    ? $"{concurrency} concurrent requests exceed the {slots} slots of the serving: the excess requests wait in the queue and delay those of other "
                        + $"clients. Allowed without this note: at most {slots}"
                    : null
        ),
    ];

    /// <summary>The Job may write anything into its output, which nodes must neither delete nor read as a checkpoint.</summary>
    private static string? OutputViolation(RuleContext stack, ServingContext one)
    {
        if (one.Serving.Batch?.Output is not { } output)
        {
            return null;
        }

        var conflict =
            Find(stack, "contains the prompts of", other => other.Batch is { } batch && output.Holds(batch.Input.Text))
            ?? InScratchBucket(stack, output)
            ?? Find(stack, "overlaps the temporary data of", other => Overlaps(output, other.ScratchLocation.Text))
            ?? Find(stack, "overlaps the checkpoint of", other => Overlaps(output, other.Checkpoint.Text))
            ?? Find(
                stack with
                {
                    Servings = [.. stack.Servings.TakeWhile(other => other != one)],
                },
                "overlaps the output of",
                other => other.Batch is { } batch && Overlaps(output, batch.Output.Text)
            );
        return conflict is null ? null : $"{conflict}. Allowed: a folder that contains nothing else";
    }

    private static string? InScratchBucket(RuleContext stack, GcsFolder output) =>
        stack.Platform?.ScratchBucket == output.Bucket
            ? $"is in {output.Bucket}, the scratch bucket of the stack"
            : null;

    private static string? Find(RuleContext stack, string relation, Predicate<Serving> isConflict) =>
        stack.Servings.FirstOrDefault(other => isConflict(other.Serving)) is { } found
            ? $"{relation} {found.Key}"
            : null;

    private static bool Overlaps(GcsFolder folder, string place) => folder.Holds(place) || folder.LiesIn(place);
}
