using Infra.Model.Platform;
using Pulumi;

namespace Infra.Resources.Platform;

/// <summary>Where in a network a cluster goes.</summary>
/// <param name="Network">The VPC.</param>
/// <param name="Subnetwork">Its subnetwork.</param>
/// <param name="PodRange">The subnetwork's secondary range for pods.</param>
/// <param name="ServiceRange">The subnetwork's secondary range for Services.</param>
public sealed record ClusterPlace(
    Input<string> Network,
    Input<string> Subnetwork,
    Input<string> PodRange,
    Input<string> ServiceRange
)
{
    /// <summary>The place in a network that exists.</summary>
    public static ClusterPlace In(ExistingNetworkSettings network) =>
        new(network.Network, network.Subnetwork, network.PodRange, network.ServiceRange);
}
