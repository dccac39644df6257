using Infra.Model.Names;
using Infra.Model.Platform;

namespace Infra.Validation.Clusters;

/// <summary>Zones lie in the region, and the nodes without chips do not hang on the zone of the slices alone.</summary>
public sealed class PlacesFit : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        if (stack.Platform is not { } plan || stack.Settings is not { Region: { } region, Zone: { } zone })
        {
            return;
        }

        if (!zone.IsIn(region))
        {
            report.Error("zone", $"does not lie in region {region}; accepted: a zone whose name starts with {region}-");
        }

        Check(plan.Cluster.Settings.SystemPool, region, zone, report.At("cluster.managed.systemPool"));
    }

    private static void Check(SystemPoolSettings pool, Region region, Zone slices, Report report)
    {
        for (var index = 0; index < pool.Zones.Count; index++)
        {
            if (!pool.Zones[index].IsIn(region))
            {
                report.Error(
                    $"zones[{index}]",
                    $"{pool.Zones[index]} does not lie in region {region}; accepted: zones of that region"
                );
            }
        }

        if (pool.Zones.Count > 0 && pool.Zones.All(zone => zone == slices))
        {
            report.Error(
                "zones",
                $"would hang the whole cluster on a shortage in {slices}; accepted: another zone of the region beside it, or none for GKE's choice"
            );
        }

        if (pool.MinNodes > pool.MaxNodes)
        {
            report.Error("maxNodes", $"is less than minNodes; accepted: a whole number of at least {pool.MinNodes}");
        }
    }
}
