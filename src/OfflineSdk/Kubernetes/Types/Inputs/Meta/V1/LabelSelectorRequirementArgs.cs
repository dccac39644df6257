namespace Pulumi.Kubernetes.Types.Inputs.Meta.V1;

public class LabelSelectorRequirementArgs : ResourceArgs
{
    [Input("key", required: true)]
    public Input<string> Key { get; set; } = null!;

    [Input("operator", required: true)]
    public Input<string> Operator { get; set; } = null!;

    [field: Input("values")]
    public InputList<string> Values
    {
        get => field ??= [];
        set;
    }
}
