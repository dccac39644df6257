namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterMonitoringConfigManagedPrometheusArgs : ResourceArgs
{
    [Input("autoMonitoringConfig")]
    public Input<ClusterMonitoringConfigManagedPrometheusAutoMonitoringConfigArgs>? AutoMonitoringConfig { get; set; }

    [Input("enabled", required: true)]
    public Input<bool> Enabled { get; set; } = null!;
}
