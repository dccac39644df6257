namespace Pulumi.Gcp.Container.Inputs;

public sealed class NodePoolNodeConfigArgs : ResourceArgs
{
    [Input("bootDisk")]
    public Input<NodePoolNodeConfigBootDiskArgs>? BootDisk { get; set; }

    [Input("diskSizeGb")]
    public Input<int>? DiskSizeGb { get; set; }

    [Input("diskType")]
    public Input<string>? DiskType { get; set; }

    [Input("flexStart")]
    public Input<bool>? FlexStart { get; set; }

    [Input("gcfsConfig")]
    public Input<NodePoolNodeConfigGcfsConfigArgs>? GcfsConfig { get; set; }

    [Input("gvnic")]
    public Input<NodePoolNodeConfigGvnicArgs>? Gvnic { get; set; }

    [Input("hostMaintenancePolicy")]
    public Input<NodePoolNodeConfigHostMaintenancePolicyArgs>? HostMaintenancePolicy { get; set; }

    [Input("imageType")]
    public Input<string>? ImageType { get; set; }

    [field: Input("labels")]
    public InputMap<string> Labels
    {
        get => field ??= [];
        set;
    }

    [Input("machineType")]
    public Input<string>? MachineType { get; set; }

    [Input("maxRunDuration")]
    public Input<string>? MaxRunDuration { get; set; }

    [field: Input("metadata")]
    public InputMap<string> Metadata
    {
        get => field ??= [];
        set;
    }

    [field: Input("oauthScopes")]
    public InputList<string> OauthScopes
    {
        get => field ??= [];
        set;
    }

    [Input("reservationAffinity")]
    public Input<NodePoolNodeConfigReservationAffinityArgs>? ReservationAffinity { get; set; }

    [field: Input("resourceLabels")]
    public InputMap<string> ResourceLabels
    {
        get => field ??= [];
        set;
    }

    [Input("serviceAccount")]
    public Input<string>? ServiceAccount { get; set; }

    [Input("shieldedInstanceConfig")]
    public Input<NodePoolNodeConfigShieldedInstanceConfigArgs>? ShieldedInstanceConfig { get; set; }

    [Input("spot")]
    public Input<bool>? Spot { get; set; }

    [field: Input("tags")]
    public InputList<string> Tags
    {
        get => field ??= [];
        set;
    }

    [field: Input("taints")]
    public InputList<NodePoolNodeConfigTaintArgs> Taints
    {
        get => field ??= [];
        set;
    }

    [Input("workloadMetadataConfig")]
    public Input<NodePoolNodeConfigWorkloadMetadataConfigArgs>? WorkloadMetadataConfig { get; set; }
}
