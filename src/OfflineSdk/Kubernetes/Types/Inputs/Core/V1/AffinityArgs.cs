namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class AffinityArgs : ResourceArgs
{
    [Input("nodeAffinity")]
    public Input<NodeAffinityArgs>? NodeAffinity { get; set; }
}
