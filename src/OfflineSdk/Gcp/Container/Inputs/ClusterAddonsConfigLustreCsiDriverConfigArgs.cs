namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterAddonsConfigLustreCsiDriverConfigArgs : ResourceArgs
{
    [Input("disableMultiNic")]
    public Input<bool>? DisableMultiNic { get; set; }

    [Input("enableLegacyLustrePort")]
    public Input<bool>? EnableLegacyLustrePort { get; set; }

    [Input("enabled", required: true)]
    public Input<bool> Enabled { get; set; } = null!;
}
