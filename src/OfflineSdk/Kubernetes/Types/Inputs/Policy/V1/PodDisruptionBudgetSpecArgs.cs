using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.Types.Inputs.Policy.V1;

public class PodDisruptionBudgetSpecArgs : ResourceArgs
{
    [Input("maxUnavailable")]
    public InputUnion<int, string>? MaxUnavailable { get; set; }

    [Input("minAvailable")]
    public InputUnion<int, string>? MinAvailable { get; set; }

    [Input("selector")]
    public Input<LabelSelectorArgs>? Selector { get; set; }

    [Input("unhealthyPodEvictionPolicy")]
    public Input<string>? UnhealthyPodEvictionPolicy { get; set; }
}
