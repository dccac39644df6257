using System.Collections.Immutable;
using OfflinePreview.Diff;
using OfflinePreview.Output;
using static OfflinePreview.Output.MarkdownText;

namespace Infra.Reports;

/// <summary>Writes the impact of an update as a list.</summary>
internal static class ImpactMarkdown
{
    private const int MaxLines = 25;
    private const int MaxNames = 3;
    private const int MaxResourceLength = 120;

    /// <summary>The sentences, then the groups; empty if there are none.</summary>
    public static string Write(UpdateImpact impact)
    {
        List<string> lines =
        [
            .. impact.Sentences.Select(sentence => $"- **{UpdateImpact.Write(sentence, Code)}.**\n"),
            .. impact.Groups.Select(Line),
        ];
        var more = lines.Count - MaxLines;
        return lines.Count == 0
            ? ""
            : string.Concat(lines.Take(MaxLines))
                + (more > 0 ? $"- {more} more, see the resources below\n" : "")
                + "\n";
    }

    private static string Line(ImpactGroup group)
    {
        var more = group.Steps.Length - MaxNames;
        return $"- {Names(group)}{(more > 0 ? $" and {more} more" : "")}"
            + (group.Reasons.Length == 0 ? "" : $", because of {Code(group.Reasons)}")
            + $": {Prose(group.Sentence)}"
            + $"{Followers(group.Followers)}\n";
    }

    private static string Followers(ImmutableArray<ResourceStep> steps)
    {
        var done = string.Join(" or ", steps.Select(step => StepDisplay.ForKind(step.Kind).Name + "d").Distinct());
        return steps switch
        {
            [] => "",
            [var step] =>
                $"; {Code(PrintableText.Truncate($"{Kind(step)} {step.Resource.Name}", MaxResourceLength))} is {done} as well",
            _ => $"; {steps.Length} other resources are {done} as well",
        };
    }

    // Pulumi's symbol appears once, and a kind only where it differs from the one before.
    private static string Names(ImpactGroup group)
    {
        var mark = StepDisplay.ForKind(group.Steps[0].Kind).Prefix.Trim() + " ";
        var kinds = group.Steps.Take(MaxNames).Select(Kind).ToList();
        return string.Join(
            ", ",
            kinds.Select(
                (kind, index) =>
                {
                    var shown = index > 0 && kind == kinds[index - 1] ? "" : $"{kind} ";
                    var name = $"{(index == 0 ? mark : "")}{shown}{group.Steps[index].Resource.Name}";
                    return Code(PrintableText.Truncate(name, MaxResourceLength));
                }
            )
        );
    }

    // The last part of a provider's type is the name of its package, which reads like the kind of another resource.
    private static string Kind(ResourceStep step) =>
        step.Resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal)
            ? step.Resource.Type
            : TypeTokens.GetName(step.Resource.Type);

    // Own words, except for a kind that a program chose.
    private static string Prose(string sentence) =>
        sentence.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or ',' or ':' or ';')
            ? sentence
            : Code(sentence);
}
