namespace Pulumi.Kubernetes.Types.Outputs.Core.V1;

[OutputType]
[method: OutputConstructor]
public sealed class LoadBalancerIngress(string hostname, string ip)
{
    public readonly string Hostname = hostname;

    public readonly string Ip = ip;
}
