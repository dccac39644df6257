namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterMaintenancePolicyDailyMaintenanceWindowArgs : ResourceArgs
{
    [Input("duration")]
    public Input<string>? Duration { get; set; }

    [Input("startTime", required: true)]
    public Input<string> StartTime { get; set; } = null!;
}
