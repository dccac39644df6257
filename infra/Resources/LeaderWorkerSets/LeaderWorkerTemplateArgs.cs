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

    /// <summary>
    /// What happens to a group when one of its pods fails: <c>RecreateGroupOnPodRestart</c> (default), <c>None</c>, or
    /// <c>RecreateGroupAfterStart</c> (LWS 0.9).
    /// </summary>
    [Input("restartPolicy")]
    public Input<string>? RestartPolicy { get; set; }

    [Input("volumeClaimTemplates")]
    private InputList<PersistentVolumeClaimArgs>? _volumeClaimTemplates;

    /// <summary>Claims that are created for every pod; each must be mounted by a container (LWS 0.8).</summary>
    public InputList<PersistentVolumeClaimArgs> VolumeClaimTemplates
    {
        get => _volumeClaimTemplates ??= [];
        set => _volumeClaimTemplates = value;
    }

    /// <summary>When those claims are deleted (LWS 0.8).</summary>
    [Input("persistentVolumeClaimRetentionPolicy")]
    public Input<ClaimRetentionPolicyArgs>? PersistentVolumeClaimRetentionPolicy { get; set; }
}

/// <summary>When the claims of a <see cref="LeaderWorkerSet"/> are deleted.</summary>
public sealed class ClaimRetentionPolicyArgs : ResourceArgs
{
    /// <summary>When the LeaderWorkerSet is deleted: <c>Retain</c> (default) or <c>Delete</c>.</summary>
    [Input("whenDeleted")]
    public Input<string>? WhenDeleted { get; set; }

    /// <summary>When it is scaled down: <c>Retain</c> (default) or <c>Delete</c>.</summary>
    [Input("whenScaled")]
    public Input<string>? WhenScaled { get; set; }
}
