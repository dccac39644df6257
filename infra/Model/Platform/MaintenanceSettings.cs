using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Model.Platform;

/// <summary>When GKE may touch a cluster. GKE asks for windows of at least 4 hours, and 48 hours of them in any 32 days.</summary>
public sealed record MaintenanceSettings
{
    private const string Instant = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z";
    private const string AcceptedInstant = "a time of UTC, such as 2025-01-04T00:00:00Z";

    /// <summary>When the first window begins. Default <c>2025-01-04T00:00:00Z</c>, a Saturday.</summary>
    [RegularExpression(Instant)]
    [Accepted(AcceptedInstant)]
    public required string WindowStart { get; init; }

    /// <summary>When the first window ends. Default <c>2025-01-04T06:00:00Z</c>.</summary>
    [RegularExpression(Instant)]
    [Accepted(AcceptedInstant)]
    public required string WindowEnd { get; init; }

    /// <summary>When windows come again, as RFC 5545 writes it. Default <c>FREQ=WEEKLY;BYDAY=SA,SU</c>.</summary>
    [RegularExpression("FREQ=[A-Z0-9=;,]+")]
    [Accepted("a recurrence of RFC 5545, such as FREQ=WEEKLY;BYDAY=SA,SU")]
    public required string Recurrence { get; init; }

    /// <summary>
    /// What GKE leaves alone even in a window, until the version's support ends. Default <c>minor-and-nodes</c>: upgrading one node of a
    /// slice evicts every pod on it.
    /// </summary>
    public required MaintenanceExclusion Exclusion { get; init; }

    /// <summary>From when GKE leaves it alone. Default <c>2025-01-01T00:00:00Z</c>.</summary>
    [RegularExpression(Instant)]
    [Accepted(AcceptedInstant)]
    public required string ExclusionStart { get; init; }
}

/// <summary>What GKE does not upgrade by itself.</summary>
public enum MaintenanceExclusion
{
    /// <summary>Nothing is left out: nodes are upgraded in windows, and slices go down for it.</summary>
    None,

    /// <summary>The minor version.</summary>
    Minor,

    /// <summary>The minor version, and nodes.</summary>
    MinorAndNodes,
}
