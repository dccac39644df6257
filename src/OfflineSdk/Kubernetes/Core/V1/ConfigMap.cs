using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Pulumi.Kubernetes.Core.V1;

public class ConfigMap(string name, ConfigMapArgs? args = null, CustomResourceOptions? options = null)
    : KubernetesResource("kubernetes:core/v1:ConfigMap", name, Identify(args, "v1", "ConfigMap"), options);
