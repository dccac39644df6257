namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterNodeConfigWorkloadMetadataConfigArgs : ResourceArgs
{
    [Input("mode", required: true)]
    public Input<string> Mode { get; set; } = null!;
}
