namespace Pulumi.Kubernetes.Types.Inputs.Provider;

public class KubeClientSettingsArgs : ResourceArgs
{
    [Input("burst")]
    public Input<int>? Burst { get; set; }

    [Input("qps")]
    public Input<double>? Qps { get; set; }

    [Input("timeout")]
    public Input<int>? Timeout { get; set; }
}
