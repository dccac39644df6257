namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterClusterAutoscalingArgs : ResourceArgs
{
    [Input("autoscalingProfile")]
    public Input<string>? AutoscalingProfile { get; set; }

    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }
}
