using OfflinePreview.Diff;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>The impact of one step on the users of the stack, computed from the step alone.</summary>
/// <param name="Step">The step.</param>
/// <param name="Verb">The verb: <c>replaces</c>.</param>
/// <param name="Noun">The noun for the resource: <c>node pool</c>.</param>
/// <param name="Consequence">What users notice; null if nothing.</param>
/// <param name="Affected">The number of affected nodes or pods; null where it is not meaningful.</param>
public sealed record StepImpact(
    ResourceStep Step,
    string Verb,
    string Noun,
    string? Consequence = null,
    AffectedCount? Affected = null
)
{
    /// <summary>The impact of a step as a sentence without its full stop; null for a step without impact.</summary>
    public static string? Describe(ResourceStep step) => From(step) is { } impact ? Sentence([impact]) : null;

    /// <summary>The impact of a step; null for a step without impact.</summary>
    public static StepImpact? From(ResourceStep step)
    {
        var noun = ImpactPhrases.Find(step.Resource.Type, Kind(step))?.Noun ?? Kind(step);
        return step.Kind switch
        {
            StepKind.Replace => new(step, "replaces", noun, Consequences.ForReplacement(step), Replaced(step.Old!)),
            StepKind.Delete when ResourceOption.IsRetained(step.Resource) => new(
                step,
                "stops managing",
                noun,
                "it stays as it is"
            ),
            StepKind.Delete => new(
                step,
                "deletes",
                noun,
                Consequences.ForDeletion(step.Resource),
                Deleted(step.Resource)
            ),
            StepKind.Update when step.RejectReasons.Any() => new(
                step,
                "cannot change",
                noun,
                "the API rejects this change to an existing object and the update fails; delete the object first or set replaceOnChanges"
            ),
            StepKind.Update when ReplicaRollout.IsCausedBy(step) => new(
                step,
                "changes the pods of",
                noun,
                "and load the model again",
                Pods(step.Old!, "restart")
            ),
            _ => null,
        };
    }

    /// <summary>One sentence for several impacts that differ in their resources alone.</summary>
    public static string Sentence(IReadOnlyCollection<StepImpact> impacts)
    {
        var first = impacts.First();
        var amount = impacts
            .Select(impact => impact.Affected)
            .OfType<AffectedCount>()
            .DefaultIfEmpty()
            .Aggregate((one, other) => one! + other!);
        var noun = impacts.All(impact => impact.Noun == first.Noun) ? first.Noun : "resource";
        var subject = impacts.Count == 1 ? $"the {noun}" : Pluralize(noun, impacts.Count);
        var details = string.Join(
            first.Consequence?.StartsWith("and ", StringComparison.Ordinal) is true ? " " : ", ",
            new[] { amount?.ToString(), first.Consequence }.OfType<string>()
        );
        return $"{DeletionGuard.Describe(first.Step)}{first.Verb} {subject}"
            + (details.Length > 0 ? $": {details}" : "");
    }

    /// <summary>The arguments that force a replacement or are rejected; empty for none.</summary>
    public string Reasons { get; init; } = string.Join(", ", Step.ReplaceReasons.Concat(Step.RejectReasons).Distinct());

    /// <summary>Equal for impacts that one sentence can describe.</summary>
    public (StepKind, string, string, string?, string, string?) Key =>
        (Step.Kind, Verb, IsPlain ? "" : Noun, Consequence, Reasons, DeletionGuard.Describe(Step));

    private bool IsPlain => Consequence is null && Affected is null;

    private static string Pluralize(string noun, int count)
    {
        var words = noun.Split(" of ", 2);
        var plural = words[0].EndsWith('y') ? $"{words[0][..^1]}ies" : $"{words[0]}s";
        return string.Join(" of ", [$"{count} {plural}", .. words[1..]]);
    }

    private static string Kind(ResourceStep step) => TypeTokens.GetName(step.Resource.Type);

    private static AffectedCount? Replaced(ResourceState resource) => Count(resource, "restart");

    private static AffectedCount? Deleted(ResourceState resource) => Count(resource, "stop");

    private static AffectedCount? Count(ResourceState resource, string verb)
    {
        if (TpuNodePool.IsNodePool(resource))
        {
            var pool = TpuNodePool.Read(resource);
            return new(pool.Nodes, pool.IsUpperBound, pool.HasChips ? "TPU node" : "node", "drain");
        }

        return TpuServing.IsLeaderWorkerSet(resource) ? Pods(resource, verb) : null;
    }

    private static AffectedCount Pods(ResourceState set, string verb)
    {
        var size = set.Inputs.Find("spec", "leaderWorkerTemplate", "size") is { } of ? of.AsInteger() : 1;
        return new(ReplicaRollout.GetReplicas(set) * size, IsUpperBound: false, "pod", verb);
    }
}
