namespace Infra.Resources.Observability;

/// <summary>The sections of the runbook that alerts name, by their headings.</summary>
internal static class RunbookSection
{
    /// <summary>The runbook's path in the repository.</summary>
    public const string File = "docs/runbook.md";

    /// <summary>What to look at, in order, when a serving does not become ready.</summary>
    public const string Waiting = "An `up` that waits, or gave up";

    /// <summary>A node that failed.</summary>
    public const string NodeDied = "A node that died";

    /// <summary>No machines to be had.</summary>
    public const string StockOut = "Stock-out";

    /// <summary>Machines that Google took back.</summary>
    public const string Preempted = "Preempted spot";

    /// <summary>More or fewer replicas.</summary>
    public const string Scale = "Scale";
}
