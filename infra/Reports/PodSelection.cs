using Infra.Model.Tpu;
using OfflinePreview.Graph;

namespace Infra.Reports;

/// <summary>Which pods a Service reaches, and which nodes they run on, as labels and selectors say.</summary>
internal static class PodSelection
{
    private const string LabelsOfGoogle = "cloud.google.com/";

    /// <summary>Whether a Service reaches pods of a LeaderWorkerSet.</summary>
    public static bool Selects(ResourceState service, ResourceState set) =>
        service.Inputs.Find("spec", "selector") is PlanMap { Entries.IsEmpty: false } selector
        && Namespace(service) == Namespace(set)
        && Templates(set).Any(pod => pod.Find("metadata", "labels") is PlanMap labels && Includes(labels, selector));

    /// <summary>Whether workers of a LeaderWorkerSet may run on a node pool.</summary>
    /// <remarks>Labels that Google sets by itself are not in the plan; of those only the topology is compared.</remarks>
    public static bool CanRunOn(ResourceState set, ResourceState pool)
    {
        var labels = GetLabels(pool);
        return Selector(set)[NodeLabel.Topology] is { } topology
            && (pool.Inputs.Find("placementPolicy", "tpuTopology") is not { } made || made.Equals(topology))
            && TpuNodePool.Read(pool).HasChips
            && CustomLabels(set).All(label => label.Value.Equals(labels[label.Key]));
    }

    /// <summary>The labels of a pool's nodes that the program sets.</summary>
    public static PlanMap GetLabels(ResourceState pool) =>
        pool.Inputs.Find("nodeConfig", "labels") as PlanMap ?? PlanMap.Empty;

    /// <summary>The labels of nodes that workers of a set ask for, without Google's.</summary>
    public static IReadOnlyList<PlanEntry> CustomLabels(ResourceState set) =>
        [.. Selector(set).Entries.Where(label => !label.Key.StartsWith(LabelsOfGoogle, StringComparison.Ordinal))];

    private static PlanMap Selector(ResourceState set) =>
        Templates(set).Last().Find("spec", "nodeSelector") as PlanMap ?? PlanMap.Empty;

    private static IEnumerable<PlanValue?> Templates(ResourceState set)
    {
        var template = set.Inputs.Find("spec", "leaderWorkerTemplate");
        return [template.Find("leaderTemplate"), template.Find("workerTemplate")];
    }

    private static string? Namespace(ResourceState resource) =>
        resource.Inputs.Find("metadata", "namespace").AsString();

    private static bool Includes(PlanMap labels, PlanMap selector) =>
        selector.Entries.All(entry => entry.Value.Equals(labels[entry.Key]));
}
