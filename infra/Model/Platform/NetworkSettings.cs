using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;

namespace Infra.Model.Platform;

/// <summary>The network of a managed cluster: one that is made, or one that exists.</summary>
public sealed record NetworkSettings
{
    /// <summary>A network to use instead of making one. Default: none.</summary>
    public ExistingNetworkSettings? Existing { get; init; }

    /// <summary>
    /// The nodes' addresses. A range that contains the former one is applied in place; any other change replaces the cluster. Default
    /// <c>10.0.0.0/20</c>.
    /// </summary>
    public required CidrRange NodeRange { get; init; }

    /// <summary>The pods' addresses. A change replaces the cluster. Default <c>10.4.0.0/14</c>.</summary>
    public required CidrRange PodRange { get; init; }

    /// <summary>The addresses of Services. A change replaces the cluster. Default <c>10.0.32.0/20</c>.</summary>
    public required CidrRange ServiceRange { get; init; }

    /// <summary>
    /// The control plane's addresses, 16 of them (<c>/28</c>), whether or not the network is made here. A change replaces the cluster.
    /// Default <c>172.16.0.0/28</c>.
    /// </summary>
    public required CidrRange ControlPlaneRange { get; init; }
}

/// <summary>A network that exists already.</summary>
/// <remarks>
/// Its nodes have to reach the internet (Cloud NAT), its subnetwork Google's APIs (private Google access), and its firewall has to let
/// the control plane reach nodes on TCP 9443, where the LeaderWorkerSet webhook listens.
/// </remarks>
public sealed record ExistingNetworkSettings
{
    /// <summary>The VPC: its name, or its path where another project owns it. Required.</summary>
    [MinLength(1)]
    public required string Network { get; init; }

    /// <summary>The subnetwork in the stack's region: its name, or its path where another project owns it. Required.</summary>
    [MinLength(1)]
    public required string Subnetwork { get; init; }

    /// <summary>The name of the subnetwork's secondary range for pods. Required.</summary>
    [MinLength(1)]
    public required string PodRange { get; init; }

    /// <summary>The name of the subnetwork's secondary range for Services. Required.</summary>
    [MinLength(1)]
    public required string ServiceRange { get; init; }
}
