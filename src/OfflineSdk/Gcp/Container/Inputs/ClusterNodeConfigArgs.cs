namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterNodeConfigArgs : ResourceArgs
{
    [Input("imageType")]
    public Input<string>? ImageType { get; set; }

    [Input("machineType")]
    public Input<string>? MachineType { get; set; }

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

    [Input("serviceAccount")]
    public Input<string>? ServiceAccount { get; set; }

    [Input("shieldedInstanceConfig")]
    public Input<ClusterNodeConfigShieldedInstanceConfigArgs>? ShieldedInstanceConfig { get; set; }

    [field: Input("tags")]
    public InputList<string> Tags
    {
        get => field ??= [];
        set;
    }

    [Input("workloadMetadataConfig")]
    public Input<ClusterNodeConfigWorkloadMetadataConfigArgs>? WorkloadMetadataConfig { get; set; }
}
