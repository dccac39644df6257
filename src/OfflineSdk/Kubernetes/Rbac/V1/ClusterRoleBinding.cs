using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Pulumi.Kubernetes.Rbac.V1;

public class ClusterRoleBinding(string name, ClusterRoleBindingArgs? args = null, CustomResourceOptions? options = null)
    : KubernetesResource(
        "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding",
        name,
        Identify(args, "rbac.authorization.k8s.io/v1", "ClusterRoleBinding"),
        options
    );
