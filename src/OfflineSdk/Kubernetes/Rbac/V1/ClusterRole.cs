using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Pulumi.Kubernetes.Rbac.V1;

public class ClusterRole(string name, ClusterRoleArgs? args = null, CustomResourceOptions? options = null)
    : KubernetesResource(
        "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
        name,
        Identify(args, "rbac.authorization.k8s.io/v1", "ClusterRole"),
        options
    );
