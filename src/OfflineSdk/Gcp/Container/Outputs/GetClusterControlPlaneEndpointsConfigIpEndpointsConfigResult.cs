namespace Pulumi.Gcp.Container.Outputs;

[OutputType]
[method: OutputConstructor]
public sealed class GetClusterControlPlaneEndpointsConfigIpEndpointsConfigResult(bool enabled)
{
    public readonly bool Enabled = enabled;
}
