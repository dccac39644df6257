using System.Collections.Immutable;
using Infra.Model.Names;

namespace Infra.Model.Platform;

/// <summary>What the stack makes in Google Cloud, with every default filled in.</summary>
public sealed record PlatformPlan
{
    /// <summary>The project's id.</summary>
    public required string Project { get; init; }

    /// <summary>The region of cluster, network and buckets.</summary>
    public required string Region { get; init; }

    /// <summary>The zone of the slices.</summary>
    public required string Zone { get; init; }

    /// <summary>The Google APIs to enable; none where that was not asked for.</summary>
    public required ImmutableArray<string> Apis { get; init; }

    /// <summary>Labels on everything that Google bills.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>The network.</summary>
    public required NetworkPlan Network { get; init; }

    /// <summary>The cluster.</summary>
    public required ClusterPlan Cluster { get; init; }

    /// <summary>The buckets.</summary>
    public required StoragePlan Storage { get; init; }

    /// <summary>The namespace of the identities that pods have of their own: one for all clusters of a project.</summary>
    public string WorkloadPool => $"{Project}.svc.id.goog";

    /// <summary>The name of a resource of this stack: the cluster's name, as much of it as fits, with an ending.</summary>
    /// <param name="ending">The ending, with its dash.</param>
    /// <param name="limit">The most characters that such a resource's name may have. Default 63, as Compute Engine has it.</param>
    public string NameOf(string ending, int limit = 63) => GoogleName.Of(Cluster.Name, limit, ending);
}

/// <summary>A network.</summary>
/// <param name="Existing">The network to use; null for one that is made.</param>
/// <param name="NodeRange">The nodes' addresses in a network that is made.</param>
/// <param name="PodRange">The pods' addresses in a network that is made.</param>
/// <param name="ServiceRange">The addresses of Services in a network that is made.</param>
/// <param name="ControlPlaneRange">The control plane's addresses.</param>
public sealed record NetworkPlan(
    ExistingNetworkSettings? Existing,
    CidrRange NodeRange,
    CidrRange PodRange,
    CidrRange ServiceRange,
    CidrRange ControlPlaneRange
);

/// <summary>A cluster.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DeletionProtection">Whether Google refuses to delete it.</param>
/// <param name="Protect">Whether Pulumi refuses to delete or replace it.</param>
/// <param name="Settings">Everything else.</param>
public sealed record ClusterPlan(string Name, bool DeletionProtection, bool Protect, ManagedClusterSettings Settings);

/// <summary>The buckets beside a cluster.</summary>
/// <param name="Scratch">The bucket for temporary data of servings that name no place of their own.</param>
/// <param name="IsScratchMade">Whether that bucket is made.</param>
/// <param name="ScratchExpiryDays">After how many days objects in it are deleted, where it is made.</param>
/// <param name="CheckpointBuckets">Buckets to make for checkpoints.</param>
/// <param name="Protect">Whether Pulumi refuses to delete those.</param>
/// <param name="Location">Where the buckets that are made lie.</param>
public sealed record StoragePlan(
    string Scratch,
    bool IsScratchMade,
    int ScratchExpiryDays,
    ImmutableArray<string> CheckpointBuckets,
    bool Protect,
    string Location
);
