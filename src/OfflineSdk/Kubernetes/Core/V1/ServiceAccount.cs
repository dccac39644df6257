using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Pulumi.Kubernetes.Core.V1;

public class ServiceAccount(string name, ServiceAccountArgs? args = null, CustomResourceOptions? options = null)
    : KubernetesResource("kubernetes:core/v1:ServiceAccount", name, Identify(args, "v1", "ServiceAccount"), options);
