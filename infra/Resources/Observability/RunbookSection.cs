namespace Infra.Resources.Observability;

/// <summary>The sections of the runbook that alerts name, by their headings.</summary>
internal static class RunbookSection
{
    /// <summary>The runbook's path in the repository.</summary>
    public const string File = "docs/runbook.md";

    /// <summary>What to look at, in order, when a serving does not become ready.</summary>
    public const string UpTimedOut = "`up` hangs or times out";

    /// <summary>A node that failed.</summary>
    public const string NodeDied = "Failed node";

    /// <summary>No machines to be had.</summary>
    public const string StockOut = "Stockout";

    /// <summary>Machines that Google took back.</summary>
    public const string Preempted = "Spot preemption";

    /// <summary>More or fewer replicas.</summary>
    public const string Scale = "Scale";
}
