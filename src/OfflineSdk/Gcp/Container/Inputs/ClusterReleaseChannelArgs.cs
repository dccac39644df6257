namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterReleaseChannelArgs : ResourceArgs
{
    [Input("channel", required: true)]
    public Input<string> Channel { get; set; } = null!;
}
