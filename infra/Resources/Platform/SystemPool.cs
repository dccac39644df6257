using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>The node pool without TPUs, for the cluster's system pods and the LeaderWorkerSet controller.</summary>
internal static class SystemPool
{
    /// <summary>Creates the pool.</summary>
    public static NodePool Create(
        string name,
        PlatformModel platform,
        GkeCluster cluster,
        NodeIdentity identity,
        CustomResourceOptions options
    )
    {
        var settings = platform.Cluster.Settings.SystemPool;
        var nodes = NodeConfigFactory.Create(platform, settings.MachineType, identity.Email);
        nodes.WorkloadMetadataConfig = NodeConfigFactory.CreateWorkloadMetadata("GKE_METADATA");
        var args = new NodePoolArgs
        {
            Name = "system",
            Cluster = cluster.Name,
            Location = platform.Region,
            InitialNodeCount = 1,
            Autoscaling = new NodePoolAutoscalingArgs
            {
                TotalMinNodeCount = settings.MinNodes,
                TotalMaxNodeCount = settings.MaxNodes,
                LocationPolicy = "ANY",
            },
            Management = new NodePoolManagementArgs { AutoRepair = true, AutoUpgrade = true },
            NetworkConfig = new NodePoolNetworkConfigArgs { EnablePrivateNodes = true },
            NodeConfig = nodes,
        };
        foreach (var zone in settings.Zones)
        {
            args.NodeLocations.Add(zone.Text);
        }

        return new(name, args, options);
    }
}
