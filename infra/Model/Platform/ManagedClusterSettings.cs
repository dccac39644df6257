using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Model.Names;

namespace Infra.Model.Platform;

/// <summary>A cluster that the stack makes.</summary>
public sealed record ManagedClusterSettings
{
    /// <summary>The cluster's name. Default: the Pulumi project's and the stack's name, shortened to 40 characters.</summary>
    [RegularExpression("[a-z]([a-z0-9-]{0,38}[a-z0-9])?")]
    [Accepted("at most 40 lower-case letters, digits and dashes, starting with a letter and not ending with a dash")]
    public string? Name { get; init; }

    /// <summary>How early the cluster gets new versions. Default <c>regular</c>.</summary>
    public required ReleaseChannel ReleaseChannel { get; init; }

    /// <summary>
    /// The least version of GKE to start with. Default <c>1.33</c>, the first minor version whose TPU slices can be had by flex-start.
    /// </summary>
    public required GkeVersion MinVersion { get; init; }

    /// <summary>
    /// Addresses from which the control plane answers at an IP address. Default: none, and then it has no such address: everyone comes
    /// through the DNS name, with an identity that Google Cloud knows.
    /// </summary>
    public IReadOnlyList<CidrRange> AuthorizedNetworks { get; init; } = [];

    /// <summary>Whether Google refuses to delete the cluster. Default: <c>true</c> in prod, <c>false</c> in dev.</summary>
    public bool? DeletionProtection { get; init; }

    /// <summary>Whether Pulumi refuses to delete or replace the cluster. Default: <c>true</c> in prod, <c>false</c> in dev.</summary>
    public bool? Protect { get; init; }

    /// <summary>When GKE may touch the cluster.</summary>
    public required MaintenanceSettings Maintenance { get; init; }

    /// <summary>The nodes without chips.</summary>
    public required SystemPoolSettings SystemPool { get; init; }

    /// <summary>Labels on everything that Google bills, besides those that name project, stack and environment. Default: none.</summary>
    [RegularExpression("[a-z0-9_-]{0,63}")]
    [Accepted("at most 63 lower-case letters, digits, dashes and underscores")]
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>
    /// Whether the Google APIs that the stack needs are enabled in the project; they stay enabled when the stack is destroyed. Default
    /// <c>false</c>: that takes a permission which whoever deploys may not have.
    /// </summary>
    public required bool EnableApis { get; init; }
}

/// <summary>How early a cluster gets new versions of Kubernetes.</summary>
public enum ReleaseChannel
{
    /// <summary>Weeks after their release, before GKE holds them for proven.</summary>
    Rapid,

    /// <summary>Once they are proven.</summary>
    Regular,

    /// <summary>Months after regular.</summary>
    Stable,

    /// <summary>As regular, with longer support for each version.</summary>
    Extended,
}
