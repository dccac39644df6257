using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;
using StackConfig.Binding;

namespace Infra.Model.Platform;

/// <summary>The maintenance window of a cluster. GKE requires windows of at least 4 hours and 48 hours in any 32 days.</summary>
public sealed record MaintenanceSettings
{
    /// <summary>The start of the first window. Default <c>2025-01-04T00:00:00Z</c>, a Saturday.</summary>
    public required UtcTime WindowStart { get; init; }

    /// <summary>The end of the first window, at least 4 hours after its start. Default <c>2025-01-04T06:00:00Z</c>.</summary>
    public required UtcTime WindowEnd { get; init; }

    /// <summary>
    /// The recurrence of the window in the format of RFC 5545, with the frequency DAILY, WEEKLY, MONTHLY or YEARLY. Default <c>FREQ=WEEKLY;BYDAY=SA,SU</c>.
    /// </summary>
    [RegularExpression("[A-Z]+=[A-Za-z0-9=;,+-]+")]
    [Expected("a recurrence rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=SA,SU")]
    public required string Recurrence { get; init; }

    /// <summary>
    /// The upgrades that GKE does not perform even in a window, until the version's end of support. Default <c>minor-and-nodes</c>, because
    /// upgrading a node of a slice evicts its pods.
    /// </summary>
    public required MaintenanceExclusion Exclusion { get; init; }

    /// <summary>The start of the exclusion; allowed only with one. Default <c>2025-01-01T00:00:00Z</c>.</summary>
    public required UtcTime ExclusionStart { get; init; }
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
