using Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace Pulumi.Kubernetes.Policy.V1;

public class PodDisruptionBudget(
    string name,
    PodDisruptionBudgetArgs? args = null,
    CustomResourceOptions? options = null
)
    : KubernetesResource(
        "kubernetes:policy/v1:PodDisruptionBudget",
        name,
        Identify(args, "policy/v1", "PodDisruptionBudget"),
        options
    );
