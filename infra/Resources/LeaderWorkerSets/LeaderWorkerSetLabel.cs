namespace Infra.Resources.LeaderWorkerSets;

/// <summary>Labels that the controller puts on the pods of a <see cref="LeaderWorkerSet"/>.</summary>
/// <remarks>Source: api/leaderworkerset/v1/leaderworkerset_types.go of LWS; the same in every release since v0.4.0.</remarks>
public static class LeaderWorkerSetLabel
{
    /// <summary>The name of the LeaderWorkerSet, on leaders and workers alike.</summary>
    public const string SetName = "leaderworkerset.sigs.k8s.io/name";
}
