using System.Text;

namespace StackConfig.Reading;

/// <summary>Problems as one message for a person.</summary>
public static class DiagnosticFormatter
{
    private const int MaxShown = 20;

    /// <summary>
    /// A heading with the count, then one line for each problem, at most 20: errors first, each group in the order given; empty for none.
    /// </summary>
    /// <param name="problems">The problems.</param>
    public static string Format(IReadOnlyCollection<Diagnostic> problems)
    {
        if (problems.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        text.Append("The settings have ").Append(Heading(problems)).Append(":\n");
        foreach (var problem in Diagnostic.BySeverity(problems).Take(MaxShown))
        {
            text.Append("  ").Append(Line(problem)).Append('\n');
        }

        if (problems.Count > MaxShown)
        {
            text.Append("  and ").Append(problems.Count - MaxShown).Append(" more\n");
        }

        return text.ToString();
    }

    private static string Heading(IReadOnlyCollection<Diagnostic> problems)
    {
        string[] counts =
        [
            Count(problems, Severity.Error),
            Count(problems, Severity.Warning),
            Count(problems, Severity.Note),
        ];
        return string.Join(" and ", counts.Where(count => count.Length > 0));
    }

    private static string Count(IReadOnlyCollection<Diagnostic> problems, Severity severity) =>
        problems.Count(problem => problem.Severity == severity) switch
        {
            0 => "",
            1 => $"1 {Word(severity)}",
            var count => $"{count} {Word(severity)}s",
        };

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    private static string Line(Diagnostic problem)
    {
        var location = problem.Line is { } line ? $"{problem.File}:{line}" : problem.File;
        var severity = problem.Severity == Severity.Error ? "" : $"{Word(problem.Severity)}: ";
        string?[] head = [location, problem.Key.Length == 0 ? null : problem.Key];
        var subject = string.Join("  ", head.Where(part => !string.IsNullOrEmpty(part)));
        return subject.Length == 0 ? severity + problem.Message : $"{subject}: {severity}{problem.Message}";
    }
}
