namespace Pulumi.Kubernetes.Types.Inputs.Batch.V1;

public class PodFailurePolicyOnExitCodesRequirementArgs : ResourceArgs
{
    [Input("containerName")]
    public Input<string>? ContainerName { get; set; }

    [Input("operator", required: true)]
    public Input<string> Operator { get; set; } = null!;

    [field: Input("values", required: true)]
    public InputList<int> Values
    {
        get => field ??= [];
        set;
    }
}
