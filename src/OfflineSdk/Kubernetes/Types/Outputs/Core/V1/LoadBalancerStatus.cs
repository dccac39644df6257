using System.Collections.Immutable;

namespace Pulumi.Kubernetes.Types.Outputs.Core.V1;

[OutputType]
[method: OutputConstructor]
public sealed class LoadBalancerStatus(ImmutableArray<LoadBalancerIngress> ingress)
{
    public readonly ImmutableArray<LoadBalancerIngress> Ingress = ingress;
}
