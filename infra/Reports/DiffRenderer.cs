using OfflinePreview.Diff;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>Writes a diff as <c>pulumi preview --diff</c> does. No colors.</summary>
public static class DiffRenderer
{
    /// <summary>The tree of what changes, the counts, the TPU slices, and every property that differs.</summary>
    /// <param name="diff">The diff.</param>
    /// <param name="width">The width of the lines; null for any.</param>
    public static string Render(GraphDiff diff, int? width = null)
    {
        var (before, after) = (TpuSummary.FromGraph(diff.Before), TpuSummary.FromGraph(diff.After));
        string[] blocks =
        [
            diff.Steps.Any(step => step.IsVisible) ? StepTree.Write(diff, width) : "",
            StepCounts.FormatSummary(diff),
            Impact(diff),
            TpuTable.Change(before, after) is { Length: > 0 } change ? change + "\n" : "",
            TpuTable.Write(after, width),
            .. diff.Steps.Where(HasLines).Select(Properties),
        ];
        return TextWrap.Wrap(string.Join('\n', blocks.Where(block => block.Length > 0)), width);
    }

    /// <summary>The difference of each Kubernetes object that is changed or replaced, marks in the first column.</summary>
    public static string RenderManifests(GraphDiff diff) =>
        string.Concat(
            diff.Steps.Where(step => step.Kind is StepKind.Update or StepKind.Replace)
                .Select(YamlDiff.FromStep)
                .OfType<YamlDiff>()
                .Select(yaml =>
                    $"\n{PrintableText.SingleLine(yaml.Title)}\n{string.Concat(yaml.Lines.Select(line => $"{line}\n"))}"
                )
        );

    private static string Impact(GraphDiff diff)
    {
        var lines = UpdateImpact
            .Describe(diff)
            .Select(sentence => $"    {UpdateImpact.Write(sentence, PrintableText.SingleLine)}\n");
        var text = string.Concat(lines);
        return text.Length > 0 ? $"Impact:\n{text}" : "";
    }

    private static bool HasLines(ResourceStep step) => step.Old is not null && step.New is not null && step.IsVisible;

    private static string Properties(ResourceStep step) =>
        string.Concat(StepLines.Create(step).Select(line => $"{line}\n"));
}
