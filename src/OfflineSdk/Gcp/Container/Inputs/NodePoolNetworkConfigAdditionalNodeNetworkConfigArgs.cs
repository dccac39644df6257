namespace Pulumi.Gcp.Container.Inputs;

public sealed class NodePoolNetworkConfigAdditionalNodeNetworkConfigArgs : ResourceArgs
{
    [Input("network")]
    public Input<string>? Network { get; set; }

    [Input("subnetwork")]
    public Input<string>? Subnetwork { get; set; }
}
