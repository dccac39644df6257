using Infra.Preview.Diff;
using Infra.Preview.Graph;

namespace Infra.Preview.Impacts;

/// <summary>What an update does with the node pools of a LeaderWorkerSet.</summary>
/// <param name="Gone">How many of them are replaced or deleted.</param>
/// <param name="AreAllGone">Whether these are all.</param>
internal sealed record PoolSteps(int Gone, bool AreAllGone)
{
    private static readonly PoolSteps None = new(0, AreAllGone: false);

    /// <summary>Finds the node pools that a set runs on.</summary>
    /// <param name="set">The set before the update.</param>
    /// <param name="pools">The steps of all node pools that exist before the update.</param>
    public static PoolSteps Find(ResourceNode set, IReadOnlyCollection<ResourceStep> pools)
    {
        var gone = pools.Where(IsGone).Count(RunsThere);
        return gone == 0 ? None : new(gone, !pools.Where(step => !IsGone(step)).Any(RunsThere));

        bool RunsThere(ResourceStep step) => PodSelection.RunsOn(set, step.Old!);
    }

    private static bool IsGone(ResourceStep step) => step.Kind is StepKind.Replace or StepKind.Delete;
}
