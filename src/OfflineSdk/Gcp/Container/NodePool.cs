namespace Pulumi.Gcp.Container;

public class NodePool(string name, NodePoolArgs args, CustomResourceOptions? options = null)
    : CustomResource("gcp:container/nodePool:NodePool", name, args, options)
{
    [Output("cluster")]
    public Output<string> Cluster { get; private set; } = null!;

    [Output("location")]
    public Output<string> Location { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("version")]
    public Output<string> Version { get; private set; } = null!;
}
