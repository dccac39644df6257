namespace Pulumi.Kubernetes.Types.Inputs.Batch.V1;

public class PodFailurePolicyOnPodConditionsPatternArgs : ResourceArgs
{
    [Input("status")]
    public Input<string>? Status { get; set; }

    [Input("type", required: true)]
    public Input<string> Type { get; set; } = null!;
}
