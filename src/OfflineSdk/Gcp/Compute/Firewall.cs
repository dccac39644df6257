namespace Pulumi.Gcp.Compute;

public class Firewall(string name, FirewallArgs args, CustomResourceOptions? options = null)
    : CustomResource("gcp:compute/firewall:Firewall", name, args, options)
{
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("selfLink")]
    public Output<string> SelfLink { get; private set; } = null!;
}
