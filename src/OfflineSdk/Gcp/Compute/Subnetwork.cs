namespace Pulumi.Gcp.Compute;

public class Subnetwork(string name, SubnetworkArgs args, CustomResourceOptions? options = null)
    : CustomResource("gcp:compute/subnetwork:Subnetwork", name, args, options)
{
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("selfLink")]
    public Output<string> SelfLink { get; private set; } = null!;

    [Output("region")]
    public Output<string> Region { get; private set; } = null!;

    [Output("ipCidrRange")]
    public Output<string> IpCidrRange { get; private set; } = null!;

    [Output("network")]
    public Output<string> Network { get; private set; } = null!;
}
