namespace Pulumi.Gcp.Projects;

public class IAMMember(string name, IAMMemberArgs args, CustomResourceOptions? options = null)
    : CustomResource("gcp:projects/iAMMember:IAMMember", name, args, options)
{
    [Output("member")]
    public Output<string> Member { get; private set; } = null!;

    [Output("role")]
    public Output<string> Role { get; private set; } = null!;
}
