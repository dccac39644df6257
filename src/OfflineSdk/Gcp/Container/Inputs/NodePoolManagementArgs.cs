namespace Pulumi.Gcp.Container.Inputs;

public sealed class NodePoolManagementArgs : ResourceArgs
{
    [Input("autoRepair")]
    public Input<bool>? AutoRepair { get; set; }

    [Input("autoUpgrade")]
    public Input<bool>? AutoUpgrade { get; set; }
}
