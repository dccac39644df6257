namespace Pulumi.Gcp.Container.Inputs;

public sealed class NodePoolNetworkConfigArgs : ResourceArgs
{
    [Input("acceleratorNetworkProfile")]
    public Input<string>? AcceleratorNetworkProfile { get; set; }

    [field: Input("additionalNodeNetworkConfigs")]
    public InputList<NodePoolNetworkConfigAdditionalNodeNetworkConfigArgs> AdditionalNodeNetworkConfigs
    {
        get => field ??= [];
        set;
    }

    [field: Input("additionalPodNetworkConfigs")]
    public InputList<NodePoolNetworkConfigAdditionalPodNetworkConfigArgs> AdditionalPodNetworkConfigs
    {
        get => field ??= [];
        set;
    }

    [Input("createPodRange")]
    public Input<bool>? CreatePodRange { get; set; }

    [Input("enablePrivateNodes")]
    public Input<bool>? EnablePrivateNodes { get; set; }

    [Input("podIpv4CidrBlock")]
    public Input<string>? PodIpv4CidrBlock { get; set; }

    [Input("podRange")]
    public Input<string>? PodRange { get; set; }
}
