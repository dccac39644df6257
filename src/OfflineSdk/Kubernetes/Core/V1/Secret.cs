using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Pulumi.Kubernetes.Core.V1;

public class Secret(string name, SecretArgs? args = null, CustomResourceOptions? options = null)
    : KubernetesResource("kubernetes:core/v1:Secret", name, Identify(args, "v1", "Secret"), options);
