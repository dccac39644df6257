namespace StackConfig.Reading;

/// <summary>How bad a <see cref="Diagnostic"/> is.</summary>
public enum Severity
{
    /// <summary>Nothing is evaluated.</summary>
    Error,

    /// <summary>Shown in every output. The run continues, unless warnings count as errors.</summary>
    Warning,

    /// <summary>Shown in every output. The run continues.</summary>
    Note,
}

/// <summary>A problem of the settings, with what is needed to fix it.</summary>
/// <param name="Severity">Whether the run ends here.</param>
/// <param name="Key">The key's path, such as <c>servings[0].topology</c>; empty for the file itself.</param>
/// <param name="Message">The rule that is broken and what is accepted. Never holds a secret.</param>
/// <param name="File">The file's name where known, such as <c>Pulumi.dev.yaml</c>.</param>
/// <param name="Line">The line in that file, from 1, where known.</param>
public sealed record Diagnostic(Severity Severity, string Key, string Message, string? File = null, int? Line = null)
{
    /// <summary>The name of the rule that found it, such as <c>OutOfMemory</c>; null for a key or value that cannot be read.</summary>
    public string? Rule { get; init; }

    /// <summary>The message, after the key's path where there is one.</summary>
    public string Text => Key.Length == 0 ? Message : $"{Key}: {Message}";

    /// <summary>Errors, then warnings, then notes; each group as it was given.</summary>
    public static IReadOnlyList<Diagnostic> BySeverity(IReadOnlyCollection<Diagnostic> problems) =>
        [
            .. WithSeverity(problems, Severity.Error),
            .. WithSeverity(problems, Severity.Warning),
            .. WithSeverity(problems, Severity.Note),
        ];

    private static IEnumerable<Diagnostic> WithSeverity(IEnumerable<Diagnostic> problems, Severity severity) =>
        problems.Where(problem => problem.Severity == severity);
}
