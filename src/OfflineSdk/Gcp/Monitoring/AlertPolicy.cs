namespace Pulumi.Gcp.Monitoring;

public class AlertPolicy(string name, AlertPolicyArgs args, CustomResourceOptions? options = null)
    : CustomResource("gcp:monitoring/alertPolicy:AlertPolicy", name, args, options)
{
    [Output("displayName")]
    public Output<string> DisplayName { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("project")]
    public Output<string> Project { get; private set; } = null!;
}
