namespace Infra.Resources.Observability;

/// <summary>The headings of the runbook that alerts refer to.</summary>
internal static class RunbookSection
{
    /// <summary>The runbook's path in the repository.</summary>
    public const string File = "docs/runbook.md";

    /// <summary>Troubleshooting a serving that does not become ready.</summary>
    public const string UpTimedOut = "`up` hangs or times out";

    /// <summary>Node failures.</summary>
    public const string NodeDied = "Failed node";

    /// <summary>Stockouts.</summary>
    public const string Stockout = "Stockout";

    /// <summary>Preempted Spot VMs.</summary>
    public const string Preempted = "Spot preemption";

    /// <summary>Scaling.</summary>
    public const string Scale = "Scale";
}
