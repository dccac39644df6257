using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Reports;

/// <summary>What an update does with the node pools that exist, found by their labels.</summary>
internal sealed class PoolSteps
{
    private readonly ILookup<PlanEntry, ResourceStep> _byLabel;
    private readonly List<ResourceStep> _all;

    private PoolSteps(List<ResourceStep> all)
    {
        _all = all;
        _byLabel = all.SelectMany(step => PodSelection.LabelsOf(step.Old!).Entries.Select(label => (label, step)))
            .ToLookup(pair => pair.label, pair => pair.step);
    }

    /// <summary>Reads the pools of an update.</summary>
    public static PoolSteps Read(GraphDiff diff) =>
        new([.. diff.Steps.Where(step => step.Old is { } old && TpuNodePool.IsPool(old))]);

    /// <summary>What happens to the pools that a set runs on.</summary>
    /// <param name="set">The set before the update.</param>
    public ServingPools Of(ResourceNode set)
    {
        var candidates = PodSelection.OwnLabels(set) is [var label, ..] ? _byLabel[label] : _all;
        var pools = candidates.Where(step => PodSelection.RunsOn(set, step.Old!)).ToList();
        var gone = pools.Count(step => step.Kind is StepKind.Replace or StepKind.Delete);
        return new(gone, gone > 0 && gone == pools.Count);
    }
}

/// <summary>What an update does with the node pools of one LeaderWorkerSet.</summary>
/// <param name="Gone">How many of them are replaced or deleted.</param>
/// <param name="AreAllGone">Whether these are all, and more than none.</param>
internal sealed record ServingPools(int Gone, bool AreAllGone);
