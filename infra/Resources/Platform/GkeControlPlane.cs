using Infra.Model.Platform;
using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>Configures a cluster's control plane: reachable through its DNS endpoint, and through its IP endpoint from authorized networks.</summary>
internal static class GkeControlPlane
{
    /// <summary>Nodes have no public addresses; the control plane has one only if there are authorized networks.</summary>
    public static ClusterPrivateClusterConfigArgs CreatePrivateClusterConfig(PlatformModel platform) =>
        new()
        {
            EnablePrivateNodes = true,
            EnablePrivateEndpoint = !HasIpEndpoint(platform),
            MasterIpv4CidrBlock = platform.Network.ControlPlaneRange.Text,
        };

    /// <summary>The DNS endpoint accepts external traffic; IAM authorizes it.</summary>
    public static ClusterControlPlaneEndpointsConfigArgs CreateEndpointsConfig(PlatformModel platform) =>
        new()
        {
            DnsEndpointConfig = new ClusterControlPlaneEndpointsConfigDnsEndpointConfigArgs
            {
                AllowExternalTraffic = true,
            },
            IpEndpointsConfig = new ClusterControlPlaneEndpointsConfigIpEndpointsConfigArgs
            {
                Enabled = HasIpEndpoint(platform),
            },
        };

    /// <summary>The networks that may reach the IP endpoint, without other Google Cloud customers.</summary>
    public static ClusterMasterAuthorizedNetworksConfigArgs CreateAuthorizedNetworksConfig(PlatformModel platform)
    {
        var networks = new ClusterMasterAuthorizedNetworksConfigArgs { GcpPublicCidrsAccessEnabled = false };
        foreach (var range in platform.Cluster.Settings.AuthorizedNetworks)
        {
            networks.CidrBlocks.Add(new ClusterMasterAuthorizedNetworksConfigCidrBlockArgs { CidrBlock = range.Text });
        }

        return networks;
    }

    /// <summary>Whether the control plane has an IP endpoint: only if there are authorized networks.</summary>
    public static bool HasIpEndpoint(PlatformModel platform) => platform.Cluster.Settings.AuthorizedNetworks.Count > 0;
}
