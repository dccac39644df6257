namespace Pulumi.Gcp.Container.Inputs;

public sealed class ClusterMonitoringConfigManagedPrometheusAutoMonitoringConfigArgs : ResourceArgs
{
    [Input("scope", required: true)]
    public Input<string> Scope { get; set; } = null!;
}
