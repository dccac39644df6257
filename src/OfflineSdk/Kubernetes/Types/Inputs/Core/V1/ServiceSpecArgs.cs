using Pulumi.Kubernetes.Core.V1;

namespace Pulumi.Kubernetes.Types.Inputs.Core.V1;

public class ServiceSpecArgs : ResourceArgs
{
    [Input("allocateLoadBalancerNodePorts")]
    public Input<bool>? AllocateLoadBalancerNodePorts { get; set; }

    [Input("clusterIP")]
    public Input<string>? ClusterIP { get; set; }

    [Input("externalTrafficPolicy")]
    public Input<string>? ExternalTrafficPolicy { get; set; }

    [Input("internalTrafficPolicy")]
    public Input<string>? InternalTrafficPolicy { get; set; }

    [Input("ipFamilyPolicy")]
    public Input<string>? IpFamilyPolicy { get; set; }

    [Input("loadBalancerClass")]
    public Input<string>? LoadBalancerClass { get; set; }

    [Input("loadBalancerIP")]
    public Input<string>? LoadBalancerIP { get; set; }

    [field: Input("loadBalancerSourceRanges")]
    public InputList<string> LoadBalancerSourceRanges
    {
        get => field ??= [];
        set;
    }

    [field: Input("ports")]
    public InputList<ServicePortArgs> Ports
    {
        get => field ??= [];
        set;
    }

    [Input("publishNotReadyAddresses")]
    public Input<bool>? PublishNotReadyAddresses { get; set; }

    [field: Input("selector")]
    public InputMap<string> Selector
    {
        get => field ??= [];
        set;
    }

    [Input("sessionAffinity")]
    public Input<string>? SessionAffinity { get; set; }

    [Input("type")]
    public InputUnion<string, ServiceSpecType>? Type { get; set; }
}
