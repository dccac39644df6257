namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterControlPlaneEndpointsConfigIpEndpointsConfigArgs : ResourceArgs
{
    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }
}
