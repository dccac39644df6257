using Infra.Model.Names;
using Infra.Model.Tpu;

namespace Infra.Validation.Clusters;

/// <summary>
/// GKE knows v6e and each way to get it from a version on. Sources: the page on TPUs of the Ray documentation, and that on the dynamic
/// workload scheduler of GKE's.
/// </summary>
public sealed class VersionsSuitSlices : IRule
{
    private static readonly GkeVersion ForSlices = GkeVersion.Of("1.31.2-gke.1115000");
    private static readonly GkeVersion ForFlexStart = GkeVersion.Of("1.33.0-gke.1712000");

    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        if (stack.Platform?.Cluster.Settings.MinVersion is not { } version)
        {
            return;
        }

        var usesFlexStart = stack.Servings.Any(one => one.Serving.Capacity.Kind == CapacityKind.FlexStart);
        var (least, what) = usesFlexStart ? (ForFlexStart, "slices by flex-start") : (ForSlices, "v6e slices");
        if (!version.IsAtLeast(least))
        {
            report.Error("cluster.managed.minVersion", $"{version} does not know {what}; accepted: {least} or newer");
        }
    }
}
