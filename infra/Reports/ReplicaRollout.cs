using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Reports;

/// <summary>How the LeaderWorkerSet controller restarts the replicas of a set whose template changed.</summary>
/// <param name="Replicas">How many replicas there are; null when that is unknown.</param>
/// <param name="AtOnce">How many of them are restarted at a time.</param>
internal sealed record ReplicaRollout(long? Replicas, long AtOnce)
{
    /// <summary>Whether no replica answers meanwhile.</summary>
    public bool IsOutage => AtOnce >= Replicas;

    /// <summary>Whether an update restarts pods.</summary>
    /// <remarks>Source: <c>getPatch</c> in pkg/utils/revision of LWS 0.10, whose two fields make a revision.</remarks>
    public static bool IsCausedBy(ResourceStep step) =>
        step.Kind == StepKind.Update
        && TpuServing.IsLeaderWorkerSet(step.Resource)
        && step.Changes.Any(change =>
            change.Affects("spec.leaderWorkerTemplate") || change.Affects("spec.networkConfig")
        );

    /// <summary>Reads the rollout strategy of a set.</summary>
    /// <remarks>Defaults of the LeaderWorkerSet API: one replica, of which one at a time is unavailable; percentages round down.</remarks>
    public static ReplicaRollout Read(ResourceState set)
    {
        var replicas = GetReplicas(set);
        var limit = set.Inputs.Find("spec", "rolloutStrategy", "rollingUpdateConfiguration", "maxUnavailable");
        var atOnce =
            limit.AsString() is { } text && text.EndsWith('%') && long.TryParse(text[..^1], out var percent)
                ? replicas * percent / 100
                : limit.AsInteger();
        return new(replicas, Math.Max(atOnce ?? 1, 1));
    }

    /// <summary>How many replicas a set asks for; null when that is unknown.</summary>
    public static long? GetReplicas(ResourceState set) =>
        set.Inputs.Find("spec", "replicas") is { } replicas ? replicas.AsInteger() : 1;
}
