namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterMaintenancePolicyArgs : ResourceArgs
{
    [Input("dailyMaintenanceWindow")]
    public Input<ClusterMaintenancePolicyDailyMaintenanceWindowArgs>? DailyMaintenanceWindow { get; set; }

    [field: Input("maintenanceExclusions")]
    public InputList<ClusterMaintenancePolicyMaintenanceExclusionArgs> MaintenanceExclusions
    {
        get => field ??= [];
        set;
    }

    [Input("recurringWindow")]
    public Input<ClusterMaintenancePolicyRecurringWindowArgs>? RecurringWindow { get; set; }
}
