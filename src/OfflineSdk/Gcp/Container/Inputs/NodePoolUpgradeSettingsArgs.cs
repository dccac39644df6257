namespace Pulumi.Gcp.Container.Inputs;

public sealed class NodePoolUpgradeSettingsArgs : ResourceArgs
{
    [Input("maxSurge")]
    public Input<int>? MaxSurge { get; set; }

    [Input("maxUnavailable")]
    public Input<int>? MaxUnavailable { get; set; }

    [Input("strategy")]
    public Input<string>? Strategy { get; set; }
}
