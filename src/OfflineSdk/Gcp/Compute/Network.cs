namespace Pulumi.Gcp.Compute;

public class Network(string name, NetworkArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("gcp:compute/network:Network", name, args ?? new NetworkArgs(), options)
{
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("selfLink")]
    public Output<string> SelfLink { get; private set; } = null!;

    [Output("project")]
    public Output<string> Project { get; private set; } = null!;
}
