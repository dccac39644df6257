namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterAddonsConfigArgs : ResourceArgs
{
    [Input("gcePersistentDiskCsiDriverConfig")]
    public Input<ClusterAddonsConfigGcePersistentDiskCsiDriverConfigArgs>? GcePersistentDiskCsiDriverConfig { get; set; }

    [Input("gcsFuseCsiDriverConfig")]
    public Input<ClusterAddonsConfigGcsFuseCsiDriverConfigArgs>? GcsFuseCsiDriverConfig { get; set; }

    [Input("highScaleCheckpointingConfig")]
    public Input<ClusterAddonsConfigHighScaleCheckpointingConfigArgs>? HighScaleCheckpointingConfig { get; set; }

    [Input("lustreCsiDriverConfig")]
    public Input<ClusterAddonsConfigLustreCsiDriverConfigArgs>? LustreCsiDriverConfig { get; set; }

    [Input("sliceControllerConfig")]
    public Input<ClusterAddonsConfigSliceControllerConfigArgs>? SliceControllerConfig { get; set; }
}
