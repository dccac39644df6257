namespace Pulumi.Gcp.Monitoring;

public class Dashboard(string name, DashboardArgs args, CustomResourceOptions? options = null)
    : CustomResource("gcp:monitoring/dashboard:Dashboard", name, args, options)
{
    [Output("dashboardJson")]
    public Output<string> DashboardJson { get; private set; } = null!;

    [Output("deletionPolicy")]
    public Output<string> DeletionPolicy { get; private set; } = null!;

    [Output("project")]
    public Output<string> Project { get; private set; } = null!;
}
