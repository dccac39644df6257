using Infra.Model.Names;
using Infra.Model.Platform;
using Infra.Model.Servings;
using Infra.Model.Tpu;
using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>One slice: a node pool that GKE makes and repairs as a whole and never resizes.</summary>
/// <remarks>Source: "About TPUs in GKE"; Google's tutorial on serving with JetStream and Pathways.</remarks>
internal static class TpuPool
{
    private const int LongestName = 40;

    /// <summary>Room for leader and worker beside some twelve pods of GKE's own, where the default of 110 wastes addresses.</summary>
    private const int PodsPerNode = 32;

    /// <summary>The images of a serving take tens of gigabytes.</summary>
    private const int DiskGigabytes = 100;

    /// <summary>GKE itself gives up on a shortage after little more than half an hour; only then can it be told from a hang.</summary>
    private static readonly CustomTimeouts Patience = new()
    {
        Create = TimeSpan.FromMinutes(90),
        Update = TimeSpan.FromMinutes(90),
        Delete = TimeSpan.FromMinutes(60),
    };

    /// <summary>Declares the pool.</summary>
    /// <param name="args">The serving and its platform.</param>
    /// <param name="ending">What tells the pool from the serving's others.</param>
    /// <param name="options">The options that it has in common with them.</param>
    public static NodePool Declare(TpuPoolsArgs args, string ending, CustomResourceOptions options)
    {
        var serving = args.Serving;
        var pool = new NodePoolArgs
        {
            Name = GoogleName.Create(serving.Name, LongestName, ending),
            Cluster = args.Cluster,
            Location = args.Plan.Region,
            NodeLocations = { args.Plan.Zone },
            MaxPodsPerNode = PodsPerNode,
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

        var nodes = Nodes(args.Plan, serving, args.Account);
        TpuCapacity.Apply(serving, pool, nodes);
        pool.NodeConfig = nodes;
        options.DeleteBeforeReplace = true;
        options.CustomTimeouts = Patience;
        // The provider would change these in place, or not at all, which GKE refuses for slices of several hosts and which makes no other slice.
        options.ReplaceOnChanges.AddRange(["nodeConfig.machineType", "nodeCount", "nodeLocations", "placementPolicy"]);
        return new(serving.Name + ending, pool, options);
    }

    /// <summary>Pathways gets its identity from the node: it does not work with Workload Identity.</summary>
    private static NodePoolNodeConfigArgs Nodes(PlatformPlan plan, Serving serving, Input<string> account)
    {
        var nodes = NodeParts.Config(plan, serving.Slice.MachineType.Name, account);
        nodes.WorkloadMetadataConfig = NodeParts.Metadata("GCE_METADATA");
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
