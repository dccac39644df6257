namespace Pulumi.Kubernetes.Types.Inputs.Batch.V1;

public class PodFailurePolicyRuleArgs : ResourceArgs
{
    [Input("action", required: true)]
    public Input<string> Action { get; set; } = null!;

    [Input("onExitCodes")]
    public Input<PodFailurePolicyOnExitCodesRequirementArgs>? OnExitCodes { get; set; }

    [field: Input("onPodConditions")]
    public InputList<PodFailurePolicyOnPodConditionsPatternArgs> OnPodConditions
    {
        get => field ??= [];
        set;
    }
}
