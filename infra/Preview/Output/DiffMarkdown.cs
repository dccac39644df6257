using Infra.Preview.Diff;
using static Infra.Preview.Output.MarkdownText;

namespace Infra.Preview.Output;

/// <summary>Writes what an update does as the comment of a pull request.</summary>
/// <remarks>
/// The first line is a marker by which the comment is found again. The same diff gives the same bytes. Texts of the plan stand in
/// code only, where GitHub makes nothing of them.
/// </remarks>
public static class DiffMarkdown
{
    /// <summary>The most UTF-16 units that a comment takes by default; GitHub takes 65,536.</summary>
    public const int DefaultLimit = 60_000;

    /// <summary>The smallest limit: what is never left out has room in it.</summary>
    public const int SmallestLimit = 50_000;

    private const int MostWarnings = 40;

    // What takes others with it is told first.
    private static readonly string[] MostTelling = ["Cluster", "NodePool", "LeaderWorkerSet", "Service", "Secret"];

    /// <summary>Writes a diff.</summary>
    /// <param name="diff">The diff.</param>
    /// <param name="limit">The most UTF-16 units; at least <see cref="SmallestLimit"/>.</param>
    /// <param name="notes">What else a reviewer must know, such as why there is nothing to compare with.</param>
    public static string Write(GraphDiff diff, int limit = DefaultLimit, IReadOnlyList<string>? notes = null)
    {
        var sections = new MarkdownSections(limit);
        if (diff.Steps.Any(step => step.IsShown))
        {
            var tree = Fence("", StepTree.Write(diff).Split('\n'));
            sections.Add("", Details("Resources", tree), 0);
        }

        AddProperties(sections, diff);
        AddManifests(sections, diff);
        if (MermaidDiagram.Write(diff.After) is { Length: > 0 } diagram)
        {
            sections.Add("", Details("Slices, pools and services", Fence("mermaid", [diagram])), 100);
        }

        return sections.Write(Head(diff, notes ?? []), Footer());
    }

    private static string Head(GraphDiff diff, IReadOnlyList<string> notes)
    {
        var changes = StepCounts.Changes(diff);
        var unchanged = StepCounts.Unchanged(diff);
        IEnumerable<string> counts =
        [
            .. changes.Select(change => Code(StepCounts.Show(change.Kind, change.Count))),
            .. unchanged > 0 ? [$"{unchanged} unchanged"] : Array.Empty<string>(),
        ];
        var chips = TpuTable.Change(TpuSummary.Of(diff.Before), TpuSummary.Of(diff.After));
        return $"<!-- {Plain(diff.After.Project)}:preview:{Plain(diff.After.Project)}/{Plain(diff.After.Stack)} -->\n"
            + $"**{Sentence(diff, changes)}** {string.Join(" · ", counts)}\n\n"
            + string.Concat(notes.Select(note => $"> {Code(note)}\n\n"))
            + Warnings(diff)
            + (chips.Length > 0 ? $"**{chips}**\n\n" : "");
    }

    private static string Sentence(GraphDiff diff, IReadOnlyList<(StepKind Kind, int Count)> changes)
    {
        var stack = Code(diff.After.Stack);
        var sum = changes.Sum(change => change.Count);
        return sum == 0 ? $"Nothing changes in stack {stack}."
            : sum == 1 ? $"1 resource changes in stack {stack}."
            : $"{sum} resources change in stack {stack}.";
    }

    // What a reviewer must not miss: what is replaced or deleted, what the server refuses, what restarts.
    private static string Warnings(GraphDiff diff)
    {
        var warnings = diff
            .Steps.Select(step => (Step: step, Impact: ServingImpact.Of(step)))
            .Where(warning => warning.Impact is not null)
            .OrderBy(warning => Rank(warning.Step))
            .ThenBy(warning => (uint)Array.IndexOf(MostTelling, TypeNames.Last(warning.Step.Node.Type)))
            .ToList();
        var more = warnings.Count - MostWarnings;
        return warnings.Count == 0
            ? ""
            : string.Concat(warnings.Take(MostWarnings).Select(warning => Warning(warning.Step, warning.Impact!)))
                + (more > 0 ? $"- {more} more, see the resources below\n" : "")
                + "\n";
    }

    private static string Warning(ResourceStep step, string impact)
    {
        var reasons = step
            .ReplaceReasons.Concat(step.RefusedReasons)
            .Select(path => $"{path}")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var why = reasons.Count == 0 ? "" : $", because of {Code(string.Join(", ", reasons))}";
        return $"- {Code($"{PlannedStep.Of(step.Kind).Prefix.Trim()} {TypeNames.Last(step.Node.Type)} {step.Node.Name}")}{why}: {Prose(impact)}\n";
    }

    private static void AddProperties(MarkdownSections sections, GraphDiff diff)
    {
        var components = diff
            .After.Resources.Select(node => node.Parent)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        foreach (var step in diff.Steps.Where(step => HasProperties(step, components)).OrderBy(Rank))
        {
            sections.Add(
                "#### Properties\n\n",
                Details(HtmlCode(Title(step)), Fence("diff", PropertyLines.Of(step).SelectMany(line => line.Pair()))),
                1 + Rank(step)
            );
        }
    }

    private static void AddManifests(MarkdownSections sections, GraphDiff diff)
    {
        foreach (var yaml in diff.Steps.Select(YamlDiff.Of).OfType<YamlDiff>().OrderBy(yaml => Rank(yaml.Step)))
        {
            sections.Add(
                "#### Kubernetes objects\n\n",
                Details(HtmlCode(yaml.Title), Fence("diff", yaml.Lines)),
                10 + Rank(yaml.Step)
            );
        }
    }

    // What is new is shown whole, as YAML where it is an object; what only holds other resources has nothing to show.
    private static bool HasProperties(ResourceStep step, HashSet<string> components) =>
        step is { Old: not null, New: not null }
            ? step.IsShown
            : step.Kind is StepKind.Create or StepKind.Import
                && !step.Node.Inputs.Entries.IsEmpty
                && !components.Contains(step.Node.Urn)
                && YamlDiff.Of(step) is null;

    private static string Title(ResourceStep step) =>
        $"{PlannedStep.Of(step.Kind).Prefix.Trim()} {TypeNames.Short(step.Node.Type)} {step.Node.Name}";

    private static int Rank(ResourceStep step) =>
        step.Kind switch
        {
            StepKind.Replace => 0,
            StepKind.Delete => 1,
            StepKind.Update => 2,
            StepKind.Create => 3,
            _ => 4,
        };

    private static string Footer() =>
        "<sub>Evaluated from code and settings alone. Not checked: what really runs, defaults of servers, values marked "
        + "<code>[unknown: …]</code>, what charts bring, whether a new ciphertext holds a new value.</sub>\n";

    // Of our own words, save for a kind that a program made up.
    private static string Prose(string sentence) =>
        sentence.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or ',' or ':' or ';')
            ? sentence
            : Code(sentence);

    private static string Plain(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-'));
}
