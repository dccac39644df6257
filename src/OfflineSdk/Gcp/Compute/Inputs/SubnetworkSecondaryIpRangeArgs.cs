namespace Pulumi.Gcp.Compute.Inputs;

public sealed class SubnetworkSecondaryIpRangeArgs : ResourceArgs
{
    [Input("ipCidrRange")]
    public Input<string>? IpCidrRange { get; set; }

    [Input("ipCollection")]
    public Input<string>? IpCollection { get; set; }

    [Input("ipVersion")]
    public Input<string>? IpVersion { get; set; }

    [Input("rangeName", required: true)]
    public Input<string> RangeName { get; set; } = null!;

    [Input("reservedInternalRange")]
    public Input<string>? ReservedInternalRange { get; set; }
}
