namespace Pulumi.Gcp.Container.Inputs;

public sealed class NodePoolNetworkConfigAdditionalPodNetworkConfigArgs : ResourceArgs
{
    [Input("maxPodsPerNode")]
    public Input<int>? MaxPodsPerNode { get; set; }

    [Input("secondaryPodRange")]
    public Input<string>? SecondaryPodRange { get; set; }

    [Input("subnetwork")]
    public Input<string>? Subnetwork { get; set; }
}
