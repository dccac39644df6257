using System.Collections.Immutable;

namespace Infra.Resources.Observability;

/// <summary>An alert on a serving.</summary>
/// <param name="Key">The suffix of its resource's name.</param>
/// <param name="Title">The problem in a few words.</param>
/// <param name="Severity">Cloud Monitoring's severity: <c>CRITICAL</c>, <c>ERROR</c> or <c>WARNING</c>.</param>
internal sealed record Alert(string Key, string Title, string Severity)
{
    /// <summary>The conditions, each of which fires the alert. One to six.</summary>
    public required ImmutableArray<AlertCondition> Conditions { get; init; }

    /// <summary>What the alert means, in a few sentences.</summary>
    public required string Description { get; init; }

    /// <summary>The commands to run first.</summary>
    public required ImmutableArray<string> Commands { get; init; }

    /// <summary>The sections of the runbook to continue with.</summary>
    public required ImmutableArray<string> RunbookSections { get; init; }

    /// <summary>The documentation that a notification contains, in Markdown.</summary>
    public string Documentation =>
        $"""
            {Description}

            Run first:

            ```
            {string.Join('\n', Commands)}
            ```

            Then see {RunbookSection.File}: {string.Join(", ", RunbookSections.Select(section => $"“{section}”"))}.
            """.ReplaceLineEndings("\n");
}

/// <summary>A condition that fires an alert.</summary>
/// <param name="Title">The condition in words.</param>
/// <param name="RetestWindow">How long the condition must be met.</param>
/// <param name="Query">A query that returns a series while the condition is met.</param>
internal sealed record AlertCondition(string Title, TimeSpan RetestWindow, Func<ServingQueries, string> Query)
{
    /// <summary>The longest retest window of Cloud Monitoring. Source: "Behavior of metric-based alerting policies".</summary>
    private static readonly TimeSpan MaxRetestWindow = TimeSpan.FromHours(23.5);

    /// <summary>The retest window as Cloud Monitoring accepts it: whole minutes, in seconds.</summary>
    public string Duration =>
        $"{Math.Ceiling(Math.Min(RetestWindow.TotalMinutes, MaxRetestWindow.TotalMinutes)) * 60:0}s";
}
