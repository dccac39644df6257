namespace Pulumi.Gcp.Container.Outputs;

[OutputType]
[method: OutputConstructor]
public sealed class ClusterControlPlaneEndpointsConfigDnsEndpointConfig(
    bool? allowExternalTraffic,
    bool? enableK8sCertsViaDns,
    bool? enableK8sTokensViaDns,
    string? endpoint
)
{
    public readonly bool? AllowExternalTraffic = allowExternalTraffic;

    public readonly bool? EnableK8sCertsViaDns = enableK8sCertsViaDns;

    public readonly bool? EnableK8sTokensViaDns = enableK8sTokensViaDns;

    public readonly string? Endpoint = endpoint;
}
