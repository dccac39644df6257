namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterControlPlaneEndpointsConfigDnsEndpointConfigArgs : ResourceArgs
{
    [Input("allowExternalTraffic")]
    public Input<bool>? AllowExternalTraffic { get; set; }

    [Input("enableK8sCertsViaDns")]
    public Input<bool>? EnableK8sCertsViaDns { get; set; }

    [Input("enableK8sTokensViaDns")]
    public Input<bool>? EnableK8sTokensViaDns { get; set; }

    [Input("endpoint")]
    public Input<string>? Endpoint { get; set; }
}
