using OfflinePreview.Diff;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>What a reviewer looks at first.</summary>
internal static class StepRank
{
    // What takes others with it comes first.
    private static readonly string[] MostTelling = ["Cluster", "NodePool", "LeaderWorkerSet", "Service", "Secret"];

    /// <summary>
    /// Steps in the order of what they do: replacements, deletes, updates, then what is new, and Jobs that run again or are deleted; 0 to 4.
    /// </summary>
    public static int GetRank(ResourceStep step) =>
        step.Kind switch
        {
            StepKind.Replace or StepKind.Delete when TypeTokens.GetName(step.Node.Type) is "Job" => 3,
            StepKind.Replace => 0,
            StepKind.Delete => 1,
            StepKind.Update => 2,
            StepKind.Create => 3,
            _ => 4,
        };

    /// <summary>The same, and among equals what others depend on first.</summary>
    public static IOrderedEnumerable<T> Order<T>(IEnumerable<T> items, Func<T, ResourceStep> step) =>
        items
            .OrderBy(item => GetRank(step(item)))
            .ThenBy(item => (uint)Array.IndexOf(MostTelling, TypeTokens.GetName(step(item).Node.Type)));

    /// <summary>The URNs of what holds other resources.</summary>
    public static IReadOnlySet<string> Components(GraphDiff diff) =>
        diff
            .Before.Resources.Concat(diff.After.Resources)
            .Select(node => node.Parent)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
}
