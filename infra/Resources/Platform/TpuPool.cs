using Infra.Model.Names;
using Infra.Model.Platform;
using Infra.Model.Servings;
using Infra.Model.Tpu;
using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>The node pool of one slice, which GKE creates and repairs as a whole and never resizes.</summary>
/// <remarks>Source: "About TPUs in GKE"; Google's tutorial on serving with JetStream and Pathways.</remarks>
internal static class TpuPool
{
    private const int MaxNameLength = 40;

    /// <summary>The images of a serving take tens of gigabytes.</summary>
    private const int DiskGigabytes = 100;

    /// <summary>GKE reports a stockout after more than half an hour; a shorter timeout would hide the cause.</summary>
    private static readonly CustomTimeouts Timeouts = new()
    {
        Create = TimeSpan.FromMinutes(90),
        Update = TimeSpan.FromMinutes(90),
        Delete = TimeSpan.FromMinutes(60),
    };

    /// <summary>Creates the pool.</summary>
    /// <param name="name">The prefix of the resource's name.</param>
    /// <param name="args">The serving and its platform.</param>
    /// <param name="ending">The suffix of its name, which is unique in the serving.</param>
    /// <param name="options">The options, which are changed.</param>
    public static NodePool Create(string name, TpuPoolsArgs args, string ending, CustomResourceOptions options)
    {
        var serving = args.Serving;
        var pool = new NodePoolArgs
        {
            Name = GoogleName.Create(serving.Name, MaxNameLength, ending),
            Cluster = args.Cluster,
            Location = args.Platform.Region,
            NodeLocations = { args.Platform.Zone },
            MaxPodsPerNode = AddressDemand.TpuPodsPerNode,
            Management = new NodePoolManagementArgs { AutoRepair = true, AutoUpgrade = true },
            NetworkConfig = new NodePoolNetworkConfigArgs { EnablePrivateNodes = true },
        };
        if (serving.Slice.IsMultiHost)
        {
            pool.PlacementPolicy = new NodePoolPlacementPolicyArgs
            {
                Type = "COMPACT",
                TpuTopology = serving.Slice.Topology.Name,
            };
        }

        var nodes = CreateNodeConfig(args.Platform, serving, args.Account);
        TpuCapacity.Apply(serving, pool, nodes);
        pool.NodeConfig = nodes;
        options.DeleteBeforeReplace = true;
        options.CustomTimeouts = Timeouts;
        // The provider would update these in place or ignore them. GKE rejects that for multi-host slices, and it creates no other slice.
        options.ReplaceOnChanges.AddRange(["nodeConfig.machineType", "nodeCount", "nodeLocations", "placementPolicy"]);
        return new(name + ending, pool, options);
    }

    /// <summary>Pathways uses the identity of the node: it does not support Workload Identity.</summary>
    private static NodePoolNodeConfigArgs CreateNodeConfig(
        PlatformModel platform,
        Serving serving,
        Input<string> account
    )
    {
        var nodes = NodeConfigFactory.Create(platform, serving.Slice.MachineType.Name, account);
        nodes.WorkloadMetadataConfig = NodeConfigFactory.CreateWorkloadMetadata("GCE_METADATA");
        nodes.DiskType = serving.Slice.Generation.DiskType;
        nodes.DiskSizeGb = DiskGigabytes;
        nodes.Labels.Add(Serving.PoolLabel, serving.Name);
        nodes.ResourceLabels.Add("serving", serving.Name);
        nodes.Taints.Add(
            new NodePoolNodeConfigTaintArgs
            {
                Key = TpuResource.Name,
                Value = TpuResource.TaintValue,
                Effect = "NO_SCHEDULE",
            }
        );
        return nodes;
    }
}
