namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class NodeAffinityArgs : ResourceArgs
{
    [Input("requiredDuringSchedulingIgnoredDuringExecution")]
    public Input<NodeSelectorArgs>? RequiredDuringSchedulingIgnoredDuringExecution { get; set; }
}
