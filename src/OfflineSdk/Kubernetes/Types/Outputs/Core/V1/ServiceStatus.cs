namespace Pulumi.Kubernetes.Types.Outputs.Core.V1;

[OutputType]
[method: OutputConstructor]
public sealed class ServiceStatus(LoadBalancerStatus loadBalancer)
{
    public readonly LoadBalancerStatus LoadBalancer = loadBalancer;
}
