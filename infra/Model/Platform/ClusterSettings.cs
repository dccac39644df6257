using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;

namespace Infra.Model.Platform;

/// <summary>The Kubernetes cluster that the servings run in: an existing or a managed one.</summary>
public sealed record ClusterSettings
{
    /// <summary>
    /// An existing cluster with TPU node pools. The stack creates only Kubernetes objects in it. Default: none.
    /// </summary>
    public ExistingClusterSettings? Existing { get; init; }

    /// <summary>A managed cluster, which the stack creates with its node pools. Default: one with the default settings, unless an existing one is set.</summary>
    public required ManagedClusterSettings Managed { get; init; }
}

/// <summary>An existing cluster, identified in one of three ways; otherwise the current context of the kubeconfig.</summary>
public sealed record ExistingClusterSettings
{
    /// <summary>
    /// The context in the kubeconfig of the deploying user, as listed by <c>kubectl config get-contexts</c>. Default: the current context.
    /// </summary>
    [MinLength(1)]
    public string? Context { get; init; }

    /// <summary>The name of the cluster in Google Cloud; requires <c>location</c>. Default: none.</summary>
    [MinLength(1)]
    public string? Name { get; init; }

    /// <summary>The region or zone of the cluster. Required with <c>name</c>.</summary>
    [MinLength(1)]
    public string? Location { get; init; }

    /// <summary>The project of the cluster. Default: the stack's project.</summary>
    public ProjectId? Project { get; init; }

    /// <summary>
    /// Another stack of this program that manages the cluster, as <c>ORGANIZATION/PROJECT/STACK</c>. Default: none.
    /// </summary>
    [MinLength(1)]
    public string? Stack { get; init; }
}
