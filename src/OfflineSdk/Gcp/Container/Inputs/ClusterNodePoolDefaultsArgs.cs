namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterNodePoolDefaultsArgs : ResourceArgs
{
    [Input("nodeConfigDefaults")]
    public Input<ClusterNodePoolDefaultsNodeConfigDefaultsArgs>? NodeConfigDefaults { get; set; }
}
