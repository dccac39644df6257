using Infra.Model.Servings;

namespace Infra.Resources.Servings;

/// <summary>Digests of what a serving runs: equal on every machine for equal arguments of its Kubernetes objects.</summary>
/// <remarks>
/// The arguments are rendered with the scratch location of the settings, so that a location which is an output, and not known yet, leaves
/// the revision known. They hold the names of secrets, not their values.
/// </remarks>
internal static class ServingRevision
{
    /// <summary>The label, and the annotation, that holds a revision.</summary>
    public const string Label = "jetstream-pathways/revision";

    private const int Length = 12;

    /// <summary>Changes exactly when a pod template changes.</summary>
    public static string ComputeForPods(Serving serving)
    {
        var pods = Pods(serving);
        return ArgumentDigest.Compute(Length, pods.CreateLeader(), pods.CreateWorker());
    }

    /// <summary>Changes when the LeaderWorkerSet changes: its pod templates, its replicas or how its nodes are provisioned.</summary>
    public static string ComputeForDeployment(Serving serving) =>
        ArgumentDigest.Compute(Length, ServingLeaderWorkerSet.CreateArgs(serving, Pods(serving)));

    private static ServingPods Pods(Serving serving) => new(serving, serving.ScratchLocation.Text);
}
