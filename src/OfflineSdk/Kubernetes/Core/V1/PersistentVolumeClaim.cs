using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Pulumi.Kubernetes.Core.V1;

public class PersistentVolumeClaim(
    string name,
    PersistentVolumeClaimArgs? args = null,
    CustomResourceOptions? options = null
)
    : KubernetesResource(
        "kubernetes:core/v1:PersistentVolumeClaim",
        name,
        Identify(args, "v1", "PersistentVolumeClaim"),
        options
    );
