using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Pulumi.Kubernetes.Rbac.V1;

public class Role(string name, RoleArgs? args = null, CustomResourceOptions? options = null)
    : KubernetesResource(
        "kubernetes:rbac.authorization.k8s.io/v1:Role",
        name,
        Identify(args, "rbac.authorization.k8s.io/v1", "Role"),
        options
    );
