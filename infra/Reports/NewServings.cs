using OfflinePreview.Diff;

namespace Infra.Reports;

/// <summary>The LeaderWorkerSets that an update creates while it deletes others: a renamed one is both.</summary>
internal static class NewServings
{
    /// <summary>When they answer; nothing if none is deleted.</summary>
    public static IEnumerable<FormattableString> Describe(GraphDiff diff)
    {
        var steps = diff.Steps.Where(step => TpuServing.IsLeaderWorkerSet(step.Resource)).ToList();
        return steps.Exists(step => step.Kind == StepKind.Delete)
            ? SharedSentences.Group(
                from step in steps
                where step.Kind == StepKind.Create && ReplicaRollout.GetReplicas(step.Resource) != 0
                let name = TpuServing.GetName(step.Resource)
                select (
                    name,
                    (FormattableString)
                        $"All replicas of {name} answer once the model is loaded: the LeaderWorkerSet is created"
                )
            )
            : [];
    }
}
