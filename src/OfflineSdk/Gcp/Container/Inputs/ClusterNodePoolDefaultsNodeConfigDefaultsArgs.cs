namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterNodePoolDefaultsNodeConfigDefaultsArgs : ResourceArgs
{
    [Input("gcfsConfig")]
    public Input<ClusterNodePoolDefaultsNodeConfigDefaultsGcfsConfigArgs>? GcfsConfig { get; set; }

    [Input("insecureKubeletReadonlyPortEnabled")]
    public Input<string>? InsecureKubeletReadonlyPortEnabled { get; set; }

    [Input("loggingVariant")]
    public Input<string>? LoggingVariant { get; set; }
}
