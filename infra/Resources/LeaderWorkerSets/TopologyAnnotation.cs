namespace Infra.Resources.LeaderWorkerSets;

/// <summary>
/// Annotations of a <see cref="LeaderWorkerSet"/> for exclusive placement: a group or subgroup gets the nodes of one value of a topology key.
/// </summary>
/// <remarks>
/// The webhook accepts both with the same key, but then the second has no effect. Source: the pod webhook of LWS.
/// </remarks>
public static class TopologyAnnotation
{
    /// <summary>One group to each value of the key.</summary>
    public const string Exclusive = "leaderworkerset.sigs.k8s.io/exclusive-topology";

    /// <summary>One subgroup to each value of the key; needs a subgroup policy.</summary>
    public const string SubGroupExclusive = "leaderworkerset.sigs.k8s.io/subgroup-exclusive-topology";
}
