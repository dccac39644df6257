namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterIpAllocationPolicyArgs : ResourceArgs
{
    [Input("clusterIpv4CidrBlock")]
    public Input<string>? ClusterIpv4CidrBlock { get; set; }

    [Input("clusterSecondaryRangeName")]
    public Input<string>? ClusterSecondaryRangeName { get; set; }

    [Input("servicesIpv4CidrBlock")]
    public Input<string>? ServicesIpv4CidrBlock { get; set; }

    [Input("servicesSecondaryRangeName")]
    public Input<string>? ServicesSecondaryRangeName { get; set; }

    [Input("stackType")]
    public Input<string>? StackType { get; set; }
}
