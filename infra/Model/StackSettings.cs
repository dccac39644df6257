using Infra.Model.Names;
using Infra.Model.Platform;
using Infra.Model.Servings;

namespace Infra.Model;

/// <summary>A stack file: the top-level keys of <c>Pulumi.STACK.yaml</c> below the project's prefix.</summary>
/// <remarks>
/// Any other top-level key must be a secret string (<c>pulumi config set --secret KEY</c>), which containers reference by its key.
/// </remarks>
public sealed record StackSettings
{
    /// <summary>The purpose of the stack, <c>dev</c> or <c>prod</c>; some defaults depend on it. Default <c>dev</c>.</summary>
    public required StackEnvironment Environment { get; init; }

    /// <summary>The ID of the Google Cloud project. Required for a managed cluster.</summary>
    public ProjectId? Project { get; init; }

    /// <summary>The region of the cluster, the network and the buckets. Required for a managed cluster.</summary>
    public Region? Region { get; init; }

    /// <summary>The zone of the TPU slices, in the same region. Required for a managed cluster.</summary>
    public Zone? Zone { get; init; }

    /// <summary>The Kubernetes cluster that the servings run in. Default: a managed cluster, which the stack creates.</summary>
    public required ClusterSettings Cluster { get; init; }

    /// <summary>The network of a managed cluster. Default: the stack creates one.</summary>
    public required NetworkSettings Network { get; init; }

    /// <summary>The buckets of a managed cluster.</summary>
    public required StorageSettings Storage { get; init; }

    /// <summary>The LeaderWorkerSet controller. Default: the stack installs the latest release that it knows.</summary>
    public required LeaderWorkerSetSettings LeaderWorkerSet { get; init; }

    /// <summary>
    /// Whether the stack hibernates: no serving is deployed, whatever its <c>deployed</c> says, and a managed cluster has no TPU node pools. All else
    /// stays, see docs/hibernation.md. Default <c>false</c>.
    /// </summary>
    public required bool Hibernate { get; init; }

    /// <summary>The models to serve. Default: none.</summary>
    public IReadOnlyList<Serving> Servings { get; init; } = [];
}

/// <summary>The purpose of a stack.</summary>
public enum StackEnvironment
{
    /// <summary>Disposable: only checkpoint buckets are protected.</summary>
    Dev,

    /// <summary>Serves production traffic: the cluster is protected too.</summary>
    Prod,
}
