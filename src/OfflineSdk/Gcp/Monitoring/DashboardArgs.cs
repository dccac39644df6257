namespace Pulumi.Gcp.Monitoring;

public sealed class DashboardArgs : ResourceArgs
{
    [Input("dashboardJson", required: true)]
    public Input<string> DashboardJson { get; set; } = null!;

    [Input("deletionPolicy")]
    public Input<string>? DeletionPolicy { get; set; }

    [Input("project")]
    public Input<string>? Project { get; set; }
}
