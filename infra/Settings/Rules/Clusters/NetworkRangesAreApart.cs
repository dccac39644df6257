using Infra.Settings.Platform;

namespace Infra.Settings.Rules.Clusters;

/// <summary>
/// Ranges of one network do not overlap, a control plane has 16 addresses, and no range lets in everyone. Source: GKE's documentation of
/// VPC-native and of private clusters.
/// </summary>
public sealed class NetworkRangesAreApart : IRule
{
    private const int ControlPlanePrefix = 28;
    private const int WidestAccess = 8;

    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        if (stack.Platform is { } plan)
        {
            Check(plan, stack.Settings.Network, report);
        }
    }

    private static void Check(PlatformPlan plan, NetworkSettings? settings, Report report)
    {
        CheckAccess(plan.Cluster.Settings.AuthorizedNetworks, report.At("cluster.managed"));
        var place = report.At("network");
        if (plan.Network.ControlPlaneRange.PrefixLength != ControlPlanePrefix)
        {
            place.Error("controlPlaneRange", "has another size; accepted: 16 addresses, such as 172.16.0.0/28");
        }

        if (plan.Network.Existing is null)
        {
            CheckOverlaps(plan.Network, place);
        }
        else
        {
            CheckUnused(settings!, place);
        }
    }

    private static void CheckOverlaps(NetworkPlan network, Report report)
    {
        (string Key, CidrRange Range)[] ranges =
        [
            ("nodeRange", network.NodeRange),
            ("podRange", network.PodRange),
            ("serviceRange", network.ServiceRange),
            ("controlPlaneRange", network.ControlPlaneRange),
        ];
        foreach (var (index, (key, range)) in ranges.Index())
        {
            foreach (var before in ranges.Take(index).Where(before => before.Range.Overlaps(range)))
            {
                report.Error(
                    key,
                    $"{range} overlaps {before.Key} {before.Range}; accepted: a range apart from the others"
                );
            }
        }
    }

    private static void CheckUnused(NetworkSettings network, Report report)
    {
        (string Key, CidrRange? Range)[] made =
        [
            ("nodeRange", network.NodeRange),
            ("podRange", network.PodRange),
            ("serviceRange", network.ServiceRange),
        ];
        foreach (var (key, _) in made.Where(one => one.Range is not null))
        {
            report.Error(key, "is that of the network that exists; accepted: nothing beside network.existing");
        }
    }

    private static void CheckAccess(IReadOnlyList<CidrRange> networks, Report report)
    {
        foreach (var (index, range) in networks.Index().Where(one => one.Item.PrefixLength < WidestAccess))
        {
            report.Error(
                $"authorizedNetworks[{index}]",
                $"{range} lets in nearly everyone; accepted: ranges of your own, /{WidestAccess} or narrower"
            );
        }
    }
}
