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
        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        string[] counts = [Count(errors, "error"), Count(problems.Count - errors, "warning")];
        return string.Join(" and ", counts.Where(count => count.Length > 0));
    }

    private static string Count(int count, string what) =>
        count switch
        {
            0 => "",
            1 => $"1 {what}",
            _ => $"{count} {what}s",
        };

    private static string Line(Problem problem)
    {
        var place = problem.Line is { } line ? $"{problem.File}:{line}" : problem.File;
        var warning = problem.Severity == Severity.Warning ? "warning: " : "";
        string?[] head = [place, problem.Key.Length == 0 ? null : problem.Key];
        var subject = string.Join("  ", head.Where(part => !string.IsNullOrEmpty(part)));
        return subject.Length == 0 ? warning + problem.Message : $"{subject}: {warning}{problem.Message}";
    }
}
