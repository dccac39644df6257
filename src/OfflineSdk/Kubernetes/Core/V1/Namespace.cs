using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Pulumi.Kubernetes.Core.V1;

public class Namespace(string name, NamespaceArgs? args = null, CustomResourceOptions? options = null)
    : KubernetesResource("kubernetes:core/v1:Namespace", name, Identify(args, "v1", "Namespace"), options);
