using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.LeaderWorkerSets;

/// <summary>The template of each group of a <see cref="LeaderWorkerSet"/>.</summary>
public sealed class LeaderWorkerTemplateArgs : ResourceArgs
{
    /// <summary>Pods in a group, the leader included. Default 1, which is a leader alone. Immutable below LWS 0.7.</summary>
    [Input("size")]
    public Input<int>? Size { get; set; }

    /// <summary>The template of the leader. Default: that of the workers.</summary>
    [Input("leaderTemplate")]
    public Input<PodTemplateSpecArgs>? LeaderTemplate { get; set; }

    /// <summary>The template of the workers. Required.</summary>
    [Input("workerTemplate", required: true)]
    public Input<PodTemplateSpecArgs> WorkerTemplate { get; set; } = null!;

    /// <summary>Divides a group, for example by slice.</summary>
    [Input("subGroupPolicy")]
    public Input<SubGroupPolicyArgs>? SubGroupPolicy { get; set; }
}
