namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterNodeConfigShieldedInstanceConfigArgs : ResourceArgs
{
    [Input("enableIntegrityMonitoring")]
    public Input<bool>? EnableIntegrityMonitoring { get; set; }

    [Input("enableSecureBoot")]
    public Input<bool>? EnableSecureBoot { get; set; }
}
