namespace Pulumi.Gcp.Container.Inputs;

public sealed class NodePoolNodeConfigTaintArgs : ResourceArgs
{
    [Input("effect", required: true)]
    public Input<string> Effect { get; set; } = null!;

    [Input("key", required: true)]
    public Input<string> Key { get; set; } = null!;

    [Input("value", required: true)]
    public Input<string> Value { get; set; } = null!;
}
