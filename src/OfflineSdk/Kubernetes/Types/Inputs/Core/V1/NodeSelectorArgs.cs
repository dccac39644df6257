namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class NodeSelectorArgs : ResourceArgs
{
    [field: Input("nodeSelectorTerms", required: true)]
    public InputList<NodeSelectorTermArgs> NodeSelectorTerms
    {
        get => field ??= [];
        set;
    }
}
