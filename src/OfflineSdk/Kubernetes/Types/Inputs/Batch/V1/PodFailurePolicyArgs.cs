namespace Pulumi.Kubernetes.Types.Inputs.Batch.V1;

public class PodFailurePolicyArgs : ResourceArgs
{
    [field: Input("rules", required: true)]
    public InputList<PodFailurePolicyRuleArgs> Rules
    {
        get => field ??= [];
        set;
    }
}
