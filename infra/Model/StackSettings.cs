using Infra.Model.Names;
using Infra.Model.Platform;
using Infra.Model.Servings;

namespace Infra.Model;

/// <summary>A stack file: the top-level keys of <c>Pulumi.STACK.yaml</c> below the project's prefix.</summary>
/// <remarks>
/// Any other top-level key has to be an encrypted text (<c>pulumi config set --secret KEY</c>); containers refer to it by name.
/// </remarks>
public sealed record StackSettings
{
    /// <summary>What the stack is for, <c>dev</c> or <c>prod</c>; some defaults follow it. Default <c>dev</c>.</summary>
    public required StackEnvironment Environment { get; init; }

    /// <summary>The Google Cloud project that everything is made in. Required where the stack makes its cluster.</summary>
    public ProjectId? Project { get; init; }

    /// <summary>The region of cluster, network and buckets. Required where the stack makes its cluster.</summary>
    public Region? Region { get; init; }

    /// <summary>The zone of the TPU slices, in that region. Required where the stack makes its cluster.</summary>
    public Zone? Zone { get; init; }

    /// <summary>The Kubernetes cluster that the servings run in. Default: the stack makes one.</summary>
    public required ClusterSettings Cluster { get; init; }

    /// <summary>The network of a cluster that the stack makes. Default: one of its own.</summary>
    public required NetworkSettings Network { get; init; }

    /// <summary>The buckets beside a cluster that the stack makes.</summary>
    public required StorageSettings Storage { get; init; }

    /// <summary>The LeaderWorkerSet controller. Default: the newest release known here is installed.</summary>
    public required LeaderWorkerSetSettings LeaderWorkerSet { get; init; }

    /// <summary>The models to serve. Default: none.</summary>
    public IReadOnlyList<Serving> Servings { get; init; } = [];
}

/// <summary>What a stack is for.</summary>
public enum StackEnvironment
{
    /// <summary>May be thrown away: only buckets of checkpoints are protected.</summary>
    Dev,

    /// <summary>Answers real prompts: the cluster is protected too.</summary>
    Prod,
}
