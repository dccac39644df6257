using Pulumi.Gcp.Compute.Inputs;

namespace Pulumi.Gcp.Compute;

public sealed class SubnetworkArgs : ResourceArgs
{
    [Input("description")]
    public Input<string>? Description { get; set; }

    [Input("ipCidrRange")]
    public Input<string>? IpCidrRange { get; set; }

    [Input("logConfig")]
    public Input<SubnetworkLogConfigArgs>? LogConfig { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("network", required: true)]
    public Input<string> Network { get; set; } = null!;

    [Input("privateIpGoogleAccess")]
    public Input<bool>? PrivateIpGoogleAccess { get; set; }

    [Input("project")]
    public Input<string>? Project { get; set; }

    [Input("purpose")]
    public Input<string>? Purpose { get; set; }

    [Input("region")]
    public Input<string>? Region { get; set; }

    [Input("role")]
    public Input<string>? Role { get; set; }

    [field: Input("secondaryIpRanges")]
    public InputList<SubnetworkSecondaryIpRangeArgs> SecondaryIpRanges
    {
        get => field ??= [];
        set;
    }

    [Input("stackType")]
    public Input<string>? StackType { get; set; }
}
