using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Pulumi.Kubernetes.Types.Inputs.Batch.V1;

public class JobSpecArgs : ResourceArgs
{
    [Input("activeDeadlineSeconds")]
    public Input<int>? ActiveDeadlineSeconds { get; set; }

    [Input("backoffLimit")]
    public Input<int>? BackoffLimit { get; set; }

    [Input("completions")]
    public Input<int>? Completions { get; set; }

    [Input("parallelism")]
    public Input<int>? Parallelism { get; set; }

    [Input("podFailurePolicy")]
    public Input<PodFailurePolicyArgs>? PodFailurePolicy { get; set; }

    [Input("podReplacementPolicy")]
    public Input<string>? PodReplacementPolicy { get; set; }

    [Input("template", required: true)]
    public Input<PodTemplateSpecArgs> Template { get; set; } = null!;

    [Input("ttlSecondsAfterFinished")]
    public Input<int>? TtlSecondsAfterFinished { get; set; }
}
