namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterMaintenancePolicyMaintenanceExclusionArgs : ResourceArgs
{
    [Input("endTime")]
    public Input<string>? EndTime { get; set; }

    [Input("exclusionName", required: true)]
    public Input<string> ExclusionName { get; set; } = null!;

    [Input("exclusionOptions")]
    public Input<ClusterMaintenancePolicyMaintenanceExclusionExclusionOptionsArgs>? ExclusionOptions { get; set; }

    [Input("startTime", required: true)]
    public Input<string> StartTime { get; set; } = null!;
}
