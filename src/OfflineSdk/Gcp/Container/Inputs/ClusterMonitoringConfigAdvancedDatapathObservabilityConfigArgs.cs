namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterMonitoringConfigAdvancedDatapathObservabilityConfigArgs : ResourceArgs
{
    [Input("enableMetrics", required: true)]
    public Input<bool> EnableMetrics { get; set; } = null!;

    [Input("enableRelay", required: true)]
    public Input<bool> EnableRelay { get; set; } = null!;
}
