using Pulumi.Kubernetes.Types.Inputs.Batch.V1;

namespace Pulumi.Kubernetes.Batch.V1;

public class Job(string name, JobArgs? args = null, CustomResourceOptions? options = null)
    : KubernetesResource("kubernetes:batch/v1:Job", name, Identify(args, "batch/v1", "Job"), options);
