namespace Infra.Resources.LeaderWorkerSets;

/// <summary>
/// Annotations of a <see cref="LeaderWorkerSet"/> that give a group, or a subgroup, the nodes of one topology key for itself.
/// </summary>
/// <remarks>
/// Both on the same key is accepted by the webhook but leaves the second without effect. Source: the pod webhook of LWS.
/// </remarks>
public static class TopologyAnnotation
{
    /// <summary>One group to each value of the key.</summary>
    public const string Exclusive = "leaderworkerset.sigs.k8s.io/exclusive-topology";

    /// <summary>One subgroup to each value of the key; needs a subgroup policy.</summary>
    public const string SubGroupExclusive = "leaderworkerset.sigs.k8s.io/subgroup-exclusive-topology";
}
