namespace Pulumi.Gcp.Compute;

public class Router(string name, RouterArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("gcp:compute/router:Router", name, args ?? new RouterArgs(), options)
{
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("region")]
    public Output<string> Region { get; private set; } = null!;

    [Output("network")]
    public Output<string?> Network { get; private set; } = null!;

    [Output("selfLink")]
    public Output<string> SelfLink { get; private set; } = null!;
}
