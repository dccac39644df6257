using Infra.Model.Tpu;
using OfflinePreview.Graph;

namespace Infra.Reports;

/// <summary>The TPU slices that one LeaderWorkerSet requests. A number that depends on something unknown is null.</summary>
/// <param name="Name">The set's name.</param>
/// <param name="Replicas">How many leaders with their workers there are.</param>
/// <param name="TotalSlices">How many slices: one for each subgroup, or one for each replica.</param>
/// <param name="Topology">The topology of a slice, <c>4x8</c>; null when no node selector says it.</param>
/// <param name="TotalHosts">How many pods with chips there are; each takes a host.</param>
/// <param name="TotalChips">How many chips.</param>
public sealed record TpuServing(
    string Name,
    long? Replicas,
    long? TotalSlices,
    string? Topology,
    long? TotalHosts,
    long? TotalChips
)
{
    /// <summary>Whether a resource is a LeaderWorkerSet.</summary>
    internal static bool IsLeaderWorkerSet(ResourceState resource) =>
        resource.Type == "kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet";

    /// <summary>The set's name in the cluster; its resource's where that is unknown.</summary>
    internal static string GetName(ResourceState set) => set.Inputs.Find("metadata", "name").AsString() ?? set.Name;

    /// <summary>Reads a LeaderWorkerSet v1, with the defaults of its API.</summary>
    internal static TpuServing FromResource(ResourceState resource)
    {
        var spec = resource.Inputs.Find("spec");
        var template = spec.Find("leaderWorkerTemplate");
        var worker = template.Find("workerTemplate", "spec");
        var leader = template.Find("leaderTemplate", "spec") ?? worker;
        var (leaderChips, workerChips) = (GetChips(leader), GetChips(worker));
        var workers = Number(template.Find("size"), 1) - 1;
        var hosts = PodsWith(leaderChips, 1) + PodsWith(workerChips, workers);
        var subgroup = template.Find("subGroupPolicy", "subGroupSize") is { } size ? Number(size, 1) : hosts;
        var replicas = Number(spec.Find("replicas"), 1);
        return new TpuServing(
            GetName(resource),
            replicas,
            subgroup == 0 ? 0 : replicas * (hosts / subgroup),
            (
                worker.Find("nodeSelector", NodeLabel.Topology) ?? leader.Find("nodeSelector", NodeLabel.Topology)
            ).AsString(),
            replicas * hosts,
            replicas * (leaderChips + workerChips * workers)
        );
    }

    private static long? PodsWith(long? chips, long? pods) =>
        chips is null ? null
        : chips == 0 ? 0
        : pods;

    private static long? GetChips(PlanValue? pod)
    {
        long? chips = 0;
        if (pod.Find("containers") is PlanList containers)
        {
            foreach (var container in containers.Items)
            {
                chips += Number(container.Find("resources", "limits", TpuResource.Name), 0);
            }
        }

        return chips;
    }

    private static long? Number(PlanValue? value, long absent) => value is null ? absent : value.AsInteger();
}
