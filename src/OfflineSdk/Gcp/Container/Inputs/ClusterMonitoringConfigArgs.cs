namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterMonitoringConfigArgs : ResourceArgs
{
    [Input("advancedDatapathObservabilityConfig")]
    public Input<ClusterMonitoringConfigAdvancedDatapathObservabilityConfigArgs>? AdvancedDatapathObservabilityConfig { get; set; }

    [field: Input("enableComponents")]
    public InputList<string> EnableComponents
    {
        get => field ??= [];
        set;
    }

    [Input("managedPrometheus")]
    public Input<ClusterMonitoringConfigManagedPrometheusArgs>? ManagedPrometheus { get; set; }
}
