using Infra.Model.Names;
using Infra.Model.Tpu;

namespace Infra.Validation.Clusters;

/// <summary>GKE offers a generation, and each way to get it, from a version on.</summary>
public sealed class VersionsSuitSlices : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        if (stack.Platform?.Cluster.Settings.MinVersion is not { } version)
        {
            return;
        }

        var tooOld = stack.Servings.Select(one => Need(one.Serving.Slice.Generation, one.Serving.Capacity));
        foreach (var (least, what) in tooOld.Distinct().Where(need => !version.IsAtLeast(GkeVersion.Of(need.Least))))
        {
            report.Error("cluster.managed.minVersion", $"{version} does not know {what}; accepted: {least} or newer");
        }
    }

    private static (string Least, string What) Need(TpuGeneration generation, Capacity capacity) =>
        capacity.Kind == CapacityKind.FlexStart
            ? (generation.FlexStartMinGkeVersion, "slices by flex-start")
            : (generation.MinGkeVersion, $"{generation} slices");
}
