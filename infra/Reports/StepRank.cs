using OfflinePreview.Diff;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>The order in which a reviewer reads steps.</summary>
internal static class StepRank
{
    // Resources that take others along come first.
    private static readonly string[] TypeOrder = ["Cluster", "NodePool", "LeaderWorkerSet", "Service", "Secret"];

    /// <summary>
    /// Steps in the order of what they do: replacements, deletes, updates, then what is new, and Jobs that run again or are deleted; 0 to 4.
    /// </summary>
    public static int GetRank(ResourceStep step) =>
        step.Kind switch
        {
            StepKind.Replace or StepKind.Delete when TypeTokens.GetName(step.Resource.Type) is "Job" => 3,
            StepKind.Replace => 0,
            StepKind.Delete => 1,
            StepKind.Update => 2,
            StepKind.Create => 3,
            _ => 4,
        };

    /// <summary>The same, then by kind.</summary>
    public static IOrderedEnumerable<T> Order<T>(IEnumerable<T> items, Func<T, ResourceStep> step) =>
        items
            .OrderBy(item => GetRank(step(item)))
            .ThenBy(item => (uint)Array.IndexOf(TypeOrder, TypeTokens.GetName(step(item).Resource.Type)));

    /// <summary>The URNs of resources with children.</summary>
    public static IReadOnlySet<string> Components(GraphDiff diff) =>
        diff
            .Before.Resources.Concat(diff.After.Resources)
            .Select(resource => resource.Parent)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
}
