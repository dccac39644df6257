namespace Pulumi.Gcp.Container.Outputs;

[OutputType]
[method: OutputConstructor]
public sealed class ClusterControlPlaneEndpointsConfigIpEndpointsConfig(bool? enabled)
{
    public readonly bool? Enabled = enabled;
}
