namespace Infra.Settings;

/// <summary>The Kubernetes cluster that the servings run in.</summary>
public sealed record ClusterSettings
{
    /// <summary>A cluster that exists already, with TPU node pools and the LeaderWorkerSet controller. Required.</summary>
    public required ExistingClusterSettings Existing { get; init; }
}

/// <summary>A cluster that exists already.</summary>
public sealed record ExistingClusterSettings
{
    /// <summary>
    /// The context to use from the kubeconfig of who deploys, as <c>kubectl config get-contexts</c> lists it. Default: the current
    /// context.
    /// </summary>
    public string? Context { get; init; }
}
