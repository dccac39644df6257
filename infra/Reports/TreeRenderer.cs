using OfflinePreview.Diff;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>Writes what a stack would create as the tree that <c>pulumi preview</c> shows, and a summary of its TPU slices.</summary>
public static class TreeRenderer
{
    /// <summary>Writes the tree, the counts and, where there are slices, the summary. No colors.</summary>
    public static string Render(StackGraph graph) => Render(GraphDiff.Compare(null, graph));

    /// <summary>The same for a diff from an empty graph.</summary>
    /// <param name="diff">The diff.</param>
    /// <param name="width">The width of the lines; null for any.</param>
    internal static string Render(GraphDiff diff, int? width = null)
    {
        var slices = TpuTable.Write(TpuSummary.FromGraph(diff.After), width);
        return $"{StepTree.Write(diff, width)}\n{StepCounts.FormatSummary(diff)}{(slices.Length > 0 ? "\n" : "")}{slices}{TextWrap.Wrap(CostReport.Write(diff.After), width)}";
    }
}
