using Pulumi.Gcp.Container.Inputs;

namespace Pulumi.Gcp.Container;

public sealed class NodePoolArgs : ResourceArgs
{
    [Input("autoscaling")]
    public Input<NodePoolAutoscalingArgs>? Autoscaling { get; set; }

    [Input("cluster", required: true)]
    public Input<string> Cluster { get; set; } = null!;

    [Input("initialNodeCount")]
    public Input<int>? InitialNodeCount { get; set; }

    [Input("location")]
    public Input<string>? Location { get; set; }

    [Input("management")]
    public Input<NodePoolManagementArgs>? Management { get; set; }

    [Input("maxPodsPerNode")]
    public Input<int>? MaxPodsPerNode { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("networkConfig")]
    public Input<NodePoolNetworkConfigArgs>? NetworkConfig { get; set; }

    [Input("nodeConfig")]
    public Input<NodePoolNodeConfigArgs>? NodeConfig { get; set; }

    [Input("nodeCount")]
    public Input<int>? NodeCount { get; set; }

    [field: Input("nodeLocations")]
    public InputList<string> NodeLocations
    {
        get => field ??= [];
        set;
    }

    [Input("placementPolicy")]
    public Input<NodePoolPlacementPolicyArgs>? PlacementPolicy { get; set; }

    [Input("project")]
    public Input<string>? Project { get; set; }

    [Input("queuedProvisioning")]
    public Input<NodePoolQueuedProvisioningArgs>? QueuedProvisioning { get; set; }

    [Input("upgradeSettings")]
    public Input<NodePoolUpgradeSettingsArgs>? UpgradeSettings { get; set; }

    [Input("version")]
    public Input<string>? Version { get; set; }
}
