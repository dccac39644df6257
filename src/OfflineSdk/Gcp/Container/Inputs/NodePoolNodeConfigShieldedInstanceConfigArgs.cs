namespace Pulumi.Gcp.Container.Inputs;

public sealed class NodePoolNodeConfigShieldedInstanceConfigArgs : ResourceArgs
{
    [Input("enableIntegrityMonitoring")]
    public Input<bool>? EnableIntegrityMonitoring { get; set; }

    [Input("enableSecureBoot")]
    public Input<bool>? EnableSecureBoot { get; set; }
}
