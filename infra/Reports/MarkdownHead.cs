using Infra.Model.Prices;
using OfflinePreview.Diff;
using OfflinePreview.Output;
using static OfflinePreview.Output.MarkdownText;

namespace Infra.Reports;

/// <summary>Writes the part of a comment that is never omitted: marker, counts, impact, chips.</summary>
internal static class MarkdownHead
{
    private const int MaxMessages = 20;
    private const int MaxMessageLength = 400;
    private const int MaxNameLength = 200;

    /// <summary>The head of a diff's comment.</summary>
    public static string Write(GraphDiff diff, CommentContext facts)
    {
        var (project, stack) = (Plain(diff.After.Project), Plain(diff.After.Stack));
        var changes = StepCounts.Changes(diff);
        var unchanged = StepCounts.Unchanged(diff);
        IEnumerable<string> counts =
        [
            .. changes.Select(change => Code(StepCounts.Format(change.Kind, change.Count))),
            .. unchanged > 0 ? [$"{unchanged} unchanged"] : Array.Empty<string>(),
        ];
        var chips = TpuTable.Change(TpuSummary.FromGraph(diff.Before), TpuSummary.FromGraph(diff.After));
        return $"<!-- {project}:preview:{project}/{stack} -->\n"
            + $"**{Sentence(changes.Sum(change => change.Count), Code(diff.After.Stack))}** {string.Join(" · ", counts)}\n\n"
            + Revisions(facts)
            + string.Concat(facts.Notes.Select(note => $"> {Code(note)}\n\n"))
            + ImpactMarkdown.Write(UpdateImpact.Compute(diff))
            + (chips.Length > 0 ? $"**{chips}**\n\n" : "")
            + Costs(diff)
            + Settings(facts.Messages);
    }

    private static string Sentence(int changes, string stack) =>
        changes switch
        {
            0 => $"Nothing changes in stack {stack}.",
            1 => $"1 resource changes in stack {stack}.",
            _ => $"{changes} resources change in stack {stack}.",
        };

    private static string Costs(GraphDiff diff) =>
        CostReport.Change(diff) is { Length: > 0 } change
            ? $"**{change}** ({string.Join("; ", CostReport.Sources(diff).Select(Code))}). {ChipCost.Omissions}\n\n"
            : "";

    private static string Revisions(CommentContext facts) =>
        (facts.Head, facts.Base) switch
        {
            (null, null) => "",
            ({ } head, null) => $"Evaluated at {Code(head)}.\n\n",
            (null, { } start) => $"Compared with {Code(start)}.\n\n",
            ({ } head, { } start) => $"Evaluated at {Code(head)}, compared with {Code(start)}.\n\n",
        };

    private static string Settings(IReadOnlyList<string> messages)
    {
        var lines = messages
            .SelectMany(message => message.TrimEnd('\n').Split('\n'))
            .Select(line => PrintableText.Truncate(PrintableText.SingleLine(line), MaxMessageLength))
            .ToList();
        var more = lines.Count - MaxMessages;
        string[] rest = more > 0 ? [$"{more} more, see the output of the preview"] : [];
        return lines.Count == 0 ? "" : Fence("", [.. lines.Take(MaxMessages), .. rest]) + "\n";
    }

    private static string Plain(string name) =>
        string.Concat(
            name.Take(MaxNameLength)
                .Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-')
        );
}
