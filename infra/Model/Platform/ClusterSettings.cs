using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;

namespace Infra.Model.Platform;

/// <summary>The Kubernetes cluster that the servings run in: one that exists, or one that the stack makes.</summary>
public sealed record ClusterSettings
{
    /// <summary>
    /// A cluster that exists already, with TPU node pools: the stack adds no more than what runs inside it. Default: none.
    /// </summary>
    public ExistingClusterSettings? Existing { get; init; }

    /// <summary>A cluster that the stack makes, with its node pools. Default, where no other is named: made with the defaults.</summary>
    public required ManagedClusterSettings Managed { get; init; }
}

/// <summary>A cluster that exists already, named in one of three ways; without any, it is the kubeconfig's current context.</summary>
public sealed record ExistingClusterSettings
{
    /// <summary>
    /// The context to use from the kubeconfig of who deploys, as <c>kubectl config get-contexts</c> lists it. Default: the current
    /// context.
    /// </summary>
    [MinLength(1)]
    public string? Context { get; init; }

    /// <summary>The cluster's name in Google Cloud, with its location. Default: none.</summary>
    [MinLength(1)]
    public string? Name { get; init; }

    /// <summary>The region or zone that the named cluster lies in. Required with a name.</summary>
    [MinLength(1)]
    public string? Location { get; init; }

    /// <summary>The project that owns the named cluster. Default: the stack's project.</summary>
    public ProjectId? Project { get; init; }

    /// <summary>
    /// Another stack of this program, whose cluster it is, as <c>ORGANISATION/PROJECT/STACK</c>. Default: none.
    /// </summary>
    [MinLength(1)]
    public string? Stack { get; init; }
}
