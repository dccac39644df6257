namespace Pulumi.Gcp.Container.Inputs;

public sealed class NodePoolAutoscalingArgs : ResourceArgs
{
    [Input("locationPolicy")]
    public Input<string>? LocationPolicy { get; set; }

    [Input("maxNodeCount")]
    public Input<int>? MaxNodeCount { get; set; }

    [Input("minNodeCount")]
    public Input<int>? MinNodeCount { get; set; }

    [Input("totalMaxNodeCount")]
    public Input<int>? TotalMaxNodeCount { get; set; }

    [Input("totalMinNodeCount")]
    public Input<int>? TotalMinNodeCount { get; set; }
}
