namespace Pulumi.Kubernetes.Types.Inputs.Meta.V1;

public class LabelSelectorArgs : ResourceArgs
{
    [field: Input("matchExpressions")]
    public InputList<LabelSelectorRequirementArgs> MatchExpressions
    {
        get => field ??= [];
        set;
    }

    [field: Input("matchLabels")]
    public InputMap<string> MatchLabels
    {
        get => field ??= [];
        set;
    }
}
