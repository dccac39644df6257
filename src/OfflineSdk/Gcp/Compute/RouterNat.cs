namespace Pulumi.Gcp.Compute;

public class RouterNat(string name, RouterNatArgs args, CustomResourceOptions? options = null)
    : CustomResource("gcp:compute/routerNat:RouterNat", name, args, options)
{
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;
}
