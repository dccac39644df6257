using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;
using StackConfig.Binding;

namespace Infra.Model.Platform;

/// <summary>A managed cluster, which the stack creates.</summary>
public sealed record ManagedClusterSettings
{
    /// <summary>The name of the cluster. Default: the names of the Pulumi project and the stack, shortened to 40 characters.</summary>
    [RegularExpression("[a-z]([a-z0-9-]{0,38}[a-z0-9])?")]
    [Expected("at most 40 lower-case letters, digits and dashes, starting with a letter and not ending with a dash")]
    public string? Name { get; init; }

    /// <summary>The release channel. Default <c>regular</c>.</summary>
    public required ReleaseChannel ReleaseChannel { get; init; }

    /// <summary>
    /// The minimum version of GKE. Default: none: the release channel decides. GKE rejects a version that the channel no longer offers, and upgrades a
    /// cluster that is older.
    /// </summary>
    public GkeVersion? MinVersion { get; init; }

    /// <summary>
    /// The ranges that may connect to the IP endpoint of the control plane. Default: none: the control plane has no IP endpoint and is reached only
    /// through its IAM-protected DNS endpoint.
    /// </summary>
    public IReadOnlyList<CidrRange> AuthorizedNetworks { get; init; } = [];

    /// <summary>Whether GKE refuses to delete the cluster. Default: <c>true</c> in prod, <c>false</c> in dev.</summary>
    public bool? DeletionProtection { get; init; }

    /// <summary>Whether Pulumi refuses to delete or replace the cluster. Default: <c>true</c> in prod, <c>false</c> in dev.</summary>
    public bool? Protect { get; init; }

    /// <summary>The maintenance window.</summary>
    public required MaintenanceSettings Maintenance { get; init; }

    /// <summary>The node pool for system workloads, without TPUs.</summary>
    public required SystemPoolSettings SystemPool { get; init; }

    /// <summary>Labels on all billable resources, besides those for project, stack and environment. Default: none.</summary>
    [RegularExpression("[a-z0-9_-]{0,63}")]
    [Expected("at most 63 lower-case letters, digits, dashes and underscores")]
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>
    /// Whether the stack enables the Google APIs that it needs; they stay enabled when the stack is destroyed. Default <c>false</c>, because enabling
    /// APIs needs a permission that the deploying identity may lack.
    /// </summary>
    public required bool EnableApis { get; init; }
}

/// <summary>The release channel of a cluster.</summary>
public enum ReleaseChannel
{
    /// <summary>New versions within weeks of their release.</summary>
    Rapid,

    /// <summary>Versions that have been qualified in the rapid channel.</summary>
    Regular,

    /// <summary>Versions months after the regular channel.</summary>
    Stable,

    /// <summary>As regular, with extended support of each version.</summary>
    Extended,
}
