namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterMaintenancePolicyMaintenanceExclusionExclusionOptionsArgs : ResourceArgs
{
    [Input("endTimeBehavior")]
    public Input<string>? EndTimeBehavior { get; set; }

    [Input("scope", required: true)]
    public Input<string> Scope { get; set; } = null!;
}
