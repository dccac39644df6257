namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterNodePoolDefaultsNodeConfigDefaultsGcfsConfigArgs : ResourceArgs
{
    [Input("enabled", required: true)]
    public Input<bool> Enabled { get; set; } = null!;
}
