namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterControlPlaneEndpointsConfigArgs : ResourceArgs
{
    [Input("dnsEndpointConfig")]
    public Input<ClusterControlPlaneEndpointsConfigDnsEndpointConfigArgs>? DnsEndpointConfig { get; set; }

    [Input("ipEndpointsConfig")]
    public Input<ClusterControlPlaneEndpointsConfigIpEndpointsConfigArgs>? IpEndpointsConfig { get; set; }
}
