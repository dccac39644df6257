using OfflinePreview.Diff;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>The LeaderWorkerSets that an update creates while it deletes others: a renamed one is both.</summary>
internal static class NewServings
{
    /// <summary>When they answer; nothing where none is deleted.</summary>
    public static IEnumerable<FormattableString> Describe(GraphDiff diff)
    {
        var steps = diff.Steps.Where(step => TypeNames.Last(step.Node.Type) == "LeaderWorkerSet").ToList();
        return steps.Exists(step => step.Kind == StepKind.Delete)
            ? SharedSentences.Group(
                from step in steps
                where step.Kind == StepKind.Create && ReplicaRollout.ReplicasOf(step.Node) != 0
                let name = NameOf(step.Node)
                select (
                    name,
                    (FormattableString)
                        $"All replicas of {name} answer once the model is loaded: the LeaderWorkerSet is created"
                )
            )
            : [];
    }

    private static string NameOf(ResourceNode set) => set.Inputs.Find("metadata", "name").AsText() ?? set.Name;
}
