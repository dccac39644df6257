using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;

namespace Infra.Model.Platform;

/// <summary>The network of a managed cluster: created by the stack, or existing.</summary>
public sealed record NetworkSettings
{
    /// <summary>An existing network to use. Default: none; the stack creates one.</summary>
    public ExistingNetworkSettings? Existing { get; init; }

    /// <summary>
    /// The range of the nodes. A range that contains the previous one is applied in place; any other change replaces the cluster. Default
    /// <c>10.0.0.0/20</c>.
    /// </summary>
    public required CidrRange NodeRange { get; init; }

    /// <summary>The range of the pods. A change replaces the cluster. Default <c>10.4.0.0/14</c>.</summary>
    public required CidrRange PodRange { get; init; }

    /// <summary>The range of Services, a <c>/16</c> or smaller. A change replaces the cluster. Default <c>10.0.32.0/20</c>.</summary>
    public required CidrRange ServiceRange { get; init; }

    /// <summary>
    /// The range of the control plane, a <c>/28</c>, also with an existing network. A change replaces the cluster. Default
    /// <c>172.16.0.0/28</c>.
    /// </summary>
    public required CidrRange ControlPlaneRange { get; init; }
}

/// <summary>An existing network.</summary>
/// <remarks>
/// Its nodes must reach the internet (Cloud NAT), its subnetwork must have private Google access, and its firewall must allow the control plane to
/// reach nodes on TCP 9443, the port of the LeaderWorkerSet webhook.
/// </remarks>
public sealed record ExistingNetworkSettings
{
    /// <summary>
    /// The VPC network: its name, or its path if another project owns it (<c>projects/HOST/global/networks/NAME</c>). Required.
    /// </summary>
    [MinLength(1)]
    public required string Network { get; init; }

    /// <summary>
    /// The subnetwork in the stack's region: its name, or its path if another project owns it
    /// (<c>projects/HOST/regions/REGION/subnetworks/NAME</c>). Required.
    /// </summary>
    [MinLength(1)]
    public required string Subnetwork { get; init; }

    /// <summary>The name of the subnetwork's secondary range for pods. Required.</summary>
    [MinLength(1)]
    public required string PodRange { get; init; }

    /// <summary>The name of the subnetwork's secondary range for Services. Required.</summary>
    [MinLength(1)]
    public required string ServiceRange { get; init; }
}
