using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace Infra.Reports;

/// <summary>The TPU slices that the LeaderWorkerSets of a graph ask for. A number that depends on something unknown is null.</summary>
/// <param name="Servings">The sets that ask for chips, in the order of their names.</param>
public sealed record TpuSummary(ImmutableArray<TpuServing> Servings)
{
    /// <summary>All slices.</summary>
    public long? TotalSlices => Total(serving => serving.TotalSlices);

    /// <summary>All hosts: the machines with chips.</summary>
    public long? TotalHosts => Total(serving => serving.TotalHosts);

    /// <summary>All chips.</summary>
    public long? TotalChips => Total(serving => serving.TotalChips);

    /// <summary>Reads the summary from a graph.</summary>
    public static TpuSummary FromGraph(StackGraph graph) =>
        new([
            .. graph
                .Resources.Where(TpuServing.IsLeaderWorkerSet)
                .Select(TpuServing.FromResource)
                .Where(serving => serving.TotalChips != 0)
                .OrderBy(serving => serving.Name, StringComparer.Ordinal),
        ]);

    private long? Total(Func<TpuServing, long?> number) =>
        Servings.Aggregate((long?)0, (total, serving) => total + number(serving));
}
