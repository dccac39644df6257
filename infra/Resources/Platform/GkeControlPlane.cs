using Infra.Model.Platform;
using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>How a cluster's control plane is reached: by its DNS name, and from given addresses also at an IP address.</summary>
internal static class GkeControlPlane
{
    /// <summary>Nodes without public addresses, and a control plane that has one only where addresses may come to it.</summary>
    public static ClusterPrivateClusterConfigArgs CreatePrivateClusterConfig(PlatformPlan plan) =>
        new()
        {
            EnablePrivateNodes = true,
            EnablePrivateEndpoint = !HasIpEndpoint(plan),
            MasterIpv4CidrBlock = plan.Network.ControlPlaneRange.Text,
        };

    /// <summary>The DNS name answers from anywhere, to whom IAM lets connect.</summary>
    public static ClusterControlPlaneEndpointsConfigArgs CreateEndpointsConfig(PlatformPlan plan) =>
        new()
        {
            DnsEndpointConfig = new ClusterControlPlaneEndpointsConfigDnsEndpointConfigArgs
            {
                AllowExternalTraffic = true,
            },
            IpEndpointsConfig = new ClusterControlPlaneEndpointsConfigIpEndpointsConfigArgs
            {
                Enabled = HasIpEndpoint(plan),
            },
        };

    /// <summary>The addresses from which the IP address answers; not other customers' of Google Cloud.</summary>
    public static ClusterMasterAuthorizedNetworksConfigArgs CreateAuthorizedNetworksConfig(PlatformPlan plan)
    {
        var networks = new ClusterMasterAuthorizedNetworksConfigArgs { GcpPublicCidrsAccessEnabled = false };
        foreach (var range in plan.Cluster.Settings.AuthorizedNetworks)
        {
            networks.CidrBlocks.Add(new ClusterMasterAuthorizedNetworksConfigCidrBlockArgs { CidrBlock = range.Text });
        }

        return networks;
    }

    /// <summary>Whether the control plane has an IP address: only where there are addresses that may come to it.</summary>
    public static bool HasIpEndpoint(PlatformPlan plan) => plan.Cluster.Settings.AuthorizedNetworks.Count > 0;
}
