using Infra.Model.Platform;
using Pulumi;

namespace Infra.Resources.Platform;

/// <summary>The network of a cluster.</summary>
/// <param name="Network">The VPC.</param>
/// <param name="Subnetwork">The subnetwork of its nodes.</param>
/// <param name="PodRange">The subnetwork's secondary range for pods.</param>
/// <param name="ServiceRange">The subnetwork's secondary range for Services.</param>
public sealed record ClusterNetwork(
    Input<string> Network,
    Input<string> Subnetwork,
    Input<string> PodRange,
    Input<string> ServiceRange
)
{
    /// <summary>Returns an existing network.</summary>
    public static ClusterNetwork FromExisting(ExistingNetworkSettings network) =>
        new(network.Network, network.Subnetwork, network.PodRange, network.ServiceRange);
}
