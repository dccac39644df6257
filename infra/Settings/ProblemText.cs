using System.Text;

namespace Infra.Settings;

/// <summary>Problems as one message for a person.</summary>
public static class ProblemText
{
    /// <summary>A heading with the count, then one line for each problem: errors first, each group in the order given; empty for none.</summary>
    /// <param name="problems">The problems.</param>
    public static string Of(IReadOnlyCollection<Problem> problems)
    {
        if (problems.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        text.Append("The settings have ").Append(Heading(problems)).Append(":\n");
        foreach (var problem in problems.OrderBy(problem => problem.Severity))
        {
            text.Append("  ").Append(Line(problem)).Append('\n');
        }

        return text.ToString();
    }

    private static string Heading(IReadOnlyCollection<Problem> problems)
    {
        var counts = problems
            .GroupBy(problem => problem.Severity)
            .OrderBy(group => group.Key)
            .Select(group => Count(group.Count(), Word(group.Key)));
        return string.Join(" and ", counts);
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static string Line(Problem problem)
    {
        var place = problem.Line is { } line ? $"{problem.File}:{line}" : problem.File;
        var severity = problem.Severity == Severity.Error ? "" : $"{Word(problem.Severity)}: ";
        string?[] head = [place, problem.Key.Length == 0 ? null : problem.Key];
        var subject = string.Join("  ", head.Where(part => !string.IsNullOrEmpty(part)));
        return subject.Length == 0 ? severity + problem.Message : $"{subject}: {severity}{problem.Message}";
    }
}
