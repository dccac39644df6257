using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Reports;

/// <summary>The steps of existing node pools, by their labels.</summary>
internal sealed class PoolSteps
{
    private readonly ILookup<PlanEntry, ResourceStep> _byLabel;
    private readonly List<ResourceStep> _all;

    private PoolSteps(List<ResourceStep> all)
    {
        _all = all;
        _byLabel = all.SelectMany(step => PodSelection.GetLabels(step.Old!).Entries.Select(label => (label, step)))
            .ToLookup(pair => pair.label, pair => pair.step);
    }

    /// <summary>Reads the pools of an update.</summary>
    public static PoolSteps Read(GraphDiff diff) =>
        new([.. diff.Steps.Where(step => step.Old is { } old && TpuNodePool.IsNodePool(old))]);

    /// <summary>The steps of the pools that a LeaderWorkerSet runs on.</summary>
    /// <param name="set">The set before the update.</param>
    public ServingPools ForSet(ResourceState set)
    {
        var candidates = PodSelection.CustomLabels(set) is [var label, ..] ? _byLabel[label] : _all;
        var pools = candidates.Where(step => PodSelection.CanRunOn(set, step.Old!)).ToList();
        var removed = pools.Count(step => step.Kind is StepKind.Replace or StepKind.Delete);
        return new(removed, removed > 0 && removed == pools.Count);
    }
}

/// <summary>How many node pools of one LeaderWorkerSet are removed.</summary>
/// <param name="Removed">How many of them are replaced or deleted.</param>
/// <param name="AllRemoved">Whether these are all, and more than none.</param>
internal sealed record ServingPools(int Removed, bool AllRemoved);
