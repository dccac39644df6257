namespace Pulumi.Gcp.Container.Inputs;

public sealed class NodePoolNodeConfigHostMaintenancePolicyArgs : ResourceArgs
{
    [Input("maintenanceInterval", required: true)]
    public Input<string> MaintenanceInterval { get; set; } = null!;
}
