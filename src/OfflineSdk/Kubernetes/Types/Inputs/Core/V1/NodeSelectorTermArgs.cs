namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class NodeSelectorTermArgs : ResourceArgs
{
    [field: Input("matchExpressions")]
    public InputList<NodeSelectorRequirementArgs> MatchExpressions
    {
        get => field ??= [];
        set;
    }
}
