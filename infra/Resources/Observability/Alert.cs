using System.Collections.Immutable;

namespace Infra.Resources.Observability;

/// <summary>Something about a serving that a person should know at once.</summary>
/// <param name="Key">Ends the name of its resource.</param>
/// <param name="Title">What is the matter, in a few words.</param>
/// <param name="Severity">Cloud Monitoring's word for how bad it is: <c>CRITICAL</c>, <c>ERROR</c> or <c>WARNING</c>.</param>
internal sealed record Alert(string Key, string Title, string Severity)
{
    /// <summary>When it is so: any of these. One to six.</summary>
    public required ImmutableArray<AlertCondition> Conditions { get; init; }

    /// <summary>What it means, in a sentence or two.</summary>
    public required string Meaning { get; init; }

    /// <summary>What to type first.</summary>
    public required ImmutableArray<string> Commands { get; init; }

    /// <summary>The sections of the runbook that go on from there.</summary>
    public required ImmutableArray<string> Sections { get; init; }

    /// <summary>What is sent along with it, in Markdown.</summary>
    public string Documentation =>
        $"""
            {Meaning}

            Type first:

            ```
            {string.Join('\n', Commands)}
            ```

            Then, in {RunbookSection.File}: {string.Join(", ", Sections.Select(section => $"“{section}”"))}.
            """.ReplaceLineEndings("\n");
}

/// <summary>When an alert is raised.</summary>
/// <param name="Title">What is so.</param>
/// <param name="RetestWindow">How long it has to be so.</param>
/// <param name="Query">Answers something while it is so.</param>
internal sealed record AlertCondition(string Title, TimeSpan RetestWindow, Func<ServingQueries, string> Query)
{
    /// <summary>The longest time for which Cloud Monitoring holds an alert back. Source: its page on the behaviour of alerting policies.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(23.5);

    /// <summary>The time as Cloud Monitoring takes it: whole minutes, in seconds.</summary>
    public string Duration => $"{Math.Ceiling(Math.Min(RetestWindow.TotalMinutes, Longest.TotalMinutes)) * 60:0}s";
}
