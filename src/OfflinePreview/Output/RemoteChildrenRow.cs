using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>One row of a tree for all resources in a remote component.</summary>
/// <param name="Planned">The kind of step.</param>
/// <param name="Count">How many objects there are.</param>
/// <param name="Kinds">How many of each kind.</param>
internal sealed record RemoteChildrenRow(StepDisplay Planned, int Count, string Kinds)
{
    /// <summary>The row for resources that are all created, or all deleted, or all replaced; null for any others.</summary>
    public static RemoteChildrenRow? Summarize(IReadOnlyList<ResourceStep> steps)
    {
        var isAlike =
            steps.Count > 1
            && steps[0].Kind is StepKind.Create or StepKind.Delete or StepKind.Replace
            && steps.All(step => step.Resource.Kind == ResourceKind.RemoteChild && step.Kind == steps[0].Kind);
        if (!isAlike)
        {
            return null;
        }

        var kinds = steps
            .CountBy(step => TypeTokens.GetName(step.Resource.Type), StringComparer.Ordinal)
            .OrderByDescending(kind => kind.Value)
            .ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => $"{kind.Value} {PrintableText.SingleLine(kind.Key)}");
        return new(StepDisplay.ForKind(steps[0].Kind), steps.Count, string.Join(", ", kinds));
    }
}
