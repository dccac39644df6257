using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Pulumi.Kubernetes.Rbac.V1;

public class RoleBinding(string name, RoleBindingArgs? args = null, CustomResourceOptions? options = null)
    : KubernetesResource(
        "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
        name,
        Identify(args, "rbac.authorization.k8s.io/v1", "RoleBinding"),
        options
    );
