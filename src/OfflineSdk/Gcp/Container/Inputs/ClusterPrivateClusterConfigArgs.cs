namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterPrivateClusterConfigArgs : ResourceArgs
{
    [Input("enablePrivateEndpoint")]
    public Input<bool>? EnablePrivateEndpoint { get; set; }

    [Input("enablePrivateNodes")]
    public Input<bool>? EnablePrivateNodes { get; set; }

    [Input("masterGlobalAccessConfig")]
    public Input<ClusterPrivateClusterConfigMasterGlobalAccessConfigArgs>? MasterGlobalAccessConfig { get; set; }

    [Input("masterIpv4CidrBlock")]
    public Input<string>? MasterIpv4CidrBlock { get; set; }

    [Input("privateEndpointSubnetwork")]
    public Input<string>? PrivateEndpointSubnetwork { get; set; }
}
