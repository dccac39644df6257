namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterNetworkPolicyArgs : ResourceArgs
{
    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }
}
