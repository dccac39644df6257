using System.Collections.Immutable;

namespace Pulumi.Gcp.Container.Outputs;

[OutputType]
[method: OutputConstructor]
public sealed class GetClusterControlPlaneEndpointsConfigResult(
    ImmutableArray<GetClusterControlPlaneEndpointsConfigDnsEndpointConfigResult> dnsEndpointConfigs,
    ImmutableArray<GetClusterControlPlaneEndpointsConfigIpEndpointsConfigResult> ipEndpointsConfigs
)
{
    public readonly ImmutableArray<GetClusterControlPlaneEndpointsConfigDnsEndpointConfigResult> DnsEndpointConfigs =
        dnsEndpointConfigs;

    public readonly ImmutableArray<GetClusterControlPlaneEndpointsConfigIpEndpointsConfigResult> IpEndpointsConfigs =
        ipEndpointsConfigs;
}
