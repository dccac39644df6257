namespace Pulumi.Kubernetes.Types.Inputs.Batch.V1;

public class PodFailurePolicyRuleArgs : ResourceArgs
{
    [Input("action", required: true)]
    public Input<string> Action { get; set; } = null!;

    [field: Input("onPodConditions")]
    public InputList<PodFailurePolicyOnPodConditionsPatternArgs> OnPodConditions
    {
        get => field ??= [];
        set;
    }
}
