namespace Pulumi.Gcp.Projects;

public class Service(string name, ServiceArgs args, CustomResourceOptions? options = null)
    : CustomResource("gcp:projects/service:Service", name, args, options)
{
    [Output("project")]
    public Output<string> Project { get; private set; } = null!;

    [Output("service")]
    public Output<string> ServiceName { get; private set; } = null!;
}
