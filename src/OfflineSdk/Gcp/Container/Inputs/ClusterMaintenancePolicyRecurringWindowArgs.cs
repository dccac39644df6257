namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterMaintenancePolicyRecurringWindowArgs : ResourceArgs
{
    [Input("endTime", required: true)]
    public Input<string> EndTime { get; set; } = null!;

    [Input("recurrence", required: true)]
    public Input<string> Recurrence { get; set; } = null!;

    [Input("startTime", required: true)]
    public Input<string> StartTime { get; set; } = null!;
}
