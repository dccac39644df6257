using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>Checks as workflow commands of GitHub Actions, which annotate the lines of a pull request.</summary>
/// <remarks>Source: actions/toolkit, packages/core/src/command.ts, for the escapes.</remarks>
internal static class CheckGithub
{
    /// <summary>One annotation per problem, by stack, in the order of the files.</summary>
    /// <param name="checks">The checks.</param>
    /// <param name="path">The path of a file relative to the repository.</param>
    public static string Write(IEnumerable<StackCheck> checks, Func<string, string> path) =>
        string.Concat(checks.SelectMany(check => check.InFileOrder).Select(problem => Annotation(problem, path)));

    private static string Annotation(Diagnostic problem, Func<string, string> path)
    {
        (string Name, string? Value)[] properties =
        [
            ("file", problem.File is { } file ? path(file) : null),
            ("line", $"{problem.Line}"),
            ("title", problem.Rule ?? CheckSarif.InvalidSetting),
        ];
        var written = properties
            .Where(property => !string.IsNullOrEmpty(property.Value))
            .Select(property => $"{property.Name}={Escape(property.Value!, ":,")}");
        return $"::{Level(problem.Severity)} {string.Join(',', written)}::{Escape(problem.Text)}\n";
    }

    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };

    private static string Escape(string text, string further = "") =>
        string.Concat(text.Select(letter => $"%\r\n{further}".Contains(letter) ? $"%{(int)letter:X2}" : $"{letter}"));
}
