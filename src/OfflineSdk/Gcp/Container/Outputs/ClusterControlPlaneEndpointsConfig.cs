namespace Pulumi.Gcp.Container.Outputs;

[OutputType]
[method: OutputConstructor]
public sealed class ClusterControlPlaneEndpointsConfig(
    ClusterControlPlaneEndpointsConfigDnsEndpointConfig? dnsEndpointConfig,
    ClusterControlPlaneEndpointsConfigIpEndpointsConfig? ipEndpointsConfig
)
{
    public readonly ClusterControlPlaneEndpointsConfigDnsEndpointConfig? DnsEndpointConfig = dnsEndpointConfig;

    public readonly ClusterControlPlaneEndpointsConfigIpEndpointsConfig? IpEndpointsConfig = ipEndpointsConfig;
}
