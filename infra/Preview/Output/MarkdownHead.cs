using Infra.Preview.Diff;
using static Infra.Preview.Output.MarkdownText;

namespace Infra.Preview.Output;

/// <summary>Writes what is always seen of a comment: marker, counts, what a reviewer must not miss, chips.</summary>
internal static class MarkdownHead
{
    private const int MostWarnings = 40;
    private const int LongestName = 200;

    /// <summary>The head of a diff's comment.</summary>
    public static string Write(GraphDiff diff, IEnumerable<string> notes)
    {
        var (project, stack) = (Plain(diff.After.Project), Plain(diff.After.Stack));
        var changes = StepCounts.Changes(diff);
        var unchanged = StepCounts.Unchanged(diff);
        IEnumerable<string> counts =
        [
            .. changes.Select(change => Code(StepCounts.Show(change.Kind, change.Count))),
            .. unchanged > 0 ? [$"{unchanged} unchanged"] : Array.Empty<string>(),
        ];
        var chips = TpuTable.Change(TpuSummary.Of(diff.Before), TpuSummary.Of(diff.After));
        return $"<!-- {project}:preview:{project}/{stack} -->\n"
            + $"**{Sentence(changes.Sum(change => change.Count), Code(diff.After.Stack))}** {string.Join(" · ", counts)}\n\n"
            + string.Concat(notes.Select(note => $"> {Code(note)}\n\n"))
            + Warnings(diff)
            + (chips.Length > 0 ? $"**{chips}**\n\n" : "");
    }

    private static string Sentence(int changes, string stack) =>
        changes switch
        {
            0 => $"Nothing changes in stack {stack}.",
            1 => $"1 resource changes in stack {stack}.",
            _ => $"{changes} resources change in stack {stack}.",
        };

    // What is replaced or deleted, what the server refuses, what restarts.
    private static string Warnings(GraphDiff diff)
    {
        var components = StepRank.Components(diff);
        var warnings = diff
            .Steps.Where(step => !components.Contains(step.Node.Urn))
            .Select(step => (Step: step, Impact: ServingImpact.Of(step)))
            .Where(warning => warning.Impact is not null);
        var lines = StepRank
            .Order(warnings, warning => warning.Step)
            .Select(warning => Warning(warning.Step, warning.Impact!))
            .ToList();
        var more = lines.Count - MostWarnings;
        return lines.Count == 0
            ? ""
            : string.Concat(lines.Take(MostWarnings))
                + (more > 0 ? $"- {more} more, see the resources below\n" : "")
                + "\n";
    }

    private static string Warning(ResourceStep step, string impact)
    {
        var mark = PlannedStep.Of(step.Kind).Prefix.Trim();
        var reasons = string.Join(", ", step.ReplaceReasons.Concat(step.RefusedReasons).Distinct());
        var why = reasons.Length == 0 ? "" : $", because of {Code(reasons)}";
        return $"- {Code($"{mark} {TypeNames.Last(step.Node.Type)} {step.Node.Name}")}{why}: {Prose(impact)}\n";
    }

    // Of our own words, save for a kind that a program made up.
    private static string Prose(string sentence) =>
        sentence.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or ',' or ':' or ';')
            ? sentence
            : Code(sentence);

    private static string Plain(string name) =>
        string.Concat(
            name.Take(LongestName)
                .Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-')
        );
}
