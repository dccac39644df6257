using System.ComponentModel.DataAnnotations;
using StackConfig.Binding;

namespace Infra.Model.Platform;

/// <summary>The maintenance window of a cluster. GKE requires windows of at least 4 hours and 48 hours in any 32 days.</summary>
public sealed record MaintenanceSettings
{
    private const string Instant = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z";
    private const string AcceptedInstant = "a time in UTC, such as 2025-01-04T00:00:00Z";

    /// <summary>The start of the first window. Default <c>2025-01-04T00:00:00Z</c>, a Saturday.</summary>
    [RegularExpression(Instant)]
    [Expected(AcceptedInstant)]
    public required string WindowStart { get; init; }

    /// <summary>The end of the first window. Default <c>2025-01-04T06:00:00Z</c>.</summary>
    [RegularExpression(Instant)]
    [Expected(AcceptedInstant)]
    public required string WindowEnd { get; init; }

    /// <summary>The recurrence of the window in the format of RFC 5545. Default <c>FREQ=WEEKLY;BYDAY=SA,SU</c>.</summary>
    [RegularExpression("FREQ=[A-Z0-9=;,]+")]
    [Expected("a recurrence of RFC 5545, such as FREQ=WEEKLY;BYDAY=SA,SU")]
    public required string Recurrence { get; init; }

    /// <summary>
    /// The upgrades that GKE does not perform even in a window, until the version's end of support. Default <c>minor-and-nodes</c>, because
    /// upgrading a node of a slice evicts its pods.
    /// </summary>
    public required MaintenanceExclusion Exclusion { get; init; }

    /// <summary>The start of the exclusion. Default <c>2025-01-01T00:00:00Z</c>.</summary>
    [RegularExpression(Instant)]
    [Expected(AcceptedInstant)]
    public required string ExclusionStart { get; init; }
}

/// <summary>The upgrades that GKE does not perform automatically.</summary>
public enum MaintenanceExclusion
{
    /// <summary>No exclusion: nodes are upgraded in windows, which interrupts slices.</summary>
    None,

    /// <summary>Minor versions.</summary>
    Minor,

    /// <summary>Minor versions and nodes.</summary>
    MinorAndNodes,
}
