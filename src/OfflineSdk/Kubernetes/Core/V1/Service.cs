using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Outputs.Core.V1;

namespace Pulumi.Kubernetes.Core.V1;

public class Service(string name, ServiceArgs? args = null, CustomResourceOptions? options = null)
    : KubernetesResource("kubernetes:core/v1:Service", name, Identify(args, "v1", "Service"), options)
{
    [Output("status")]
    public Output<ServiceStatus> Status { get; private set; } = null!;
}
