namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterSecurityPostureConfigArgs : ResourceArgs
{
    [Input("mode")]
    public Input<string>? Mode { get; set; }

    [Input("vulnerabilityMode")]
    public Input<string>? VulnerabilityMode { get; set; }
}
