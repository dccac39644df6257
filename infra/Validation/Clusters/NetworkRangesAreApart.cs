using Infra.Model.Names;
using Infra.Model.Platform;

namespace Infra.Validation.Clusters;

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
            Check(plan, stack.Sources, report);
        }
    }

    private static void Check(PlatformPlan plan, SettingSources sources, Report report)
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
            CheckUnused(sources, place);
        }
    }

    private static void CheckOverlaps(NetworkSettings network, Report report)
    {
        NamedRange[] ranges =
        [
            new("nodeRange", network.NodeRange),
            new("podRange", network.PodRange),
            new("serviceRange", network.ServiceRange),
            new("controlPlaneRange", network.ControlPlaneRange),
        ];
        for (var index = 1; index < ranges.Length; index++)
        {
            for (var before = 0; before < index; before++)
            {
                CheckOverlap(ranges[before], ranges[index], report);
            }
        }
    }

    private static void CheckOverlap(NamedRange before, NamedRange range, Report report)
    {
        if (range.Range.Overlaps(before.Range))
        {
            report.Error(
                range.Key,
                $"{range.Range} overlaps {before.Key} {before.Range}; accepted: a range apart from the others"
            );
        }
    }

    private static void CheckUnused(SettingSources sources, Report report)
    {
        string[] keys = ["nodeRange", "podRange", "serviceRange"];
        foreach (var key in keys.Where(key => sources.IsSet($"network.{key}")))
        {
            report.Error(key, "is that of the network that exists; accepted: nothing beside network.existing");
        }
    }

    private static void CheckAccess(IReadOnlyList<CidrRange> networks, Report report)
    {
        for (var index = 0; index < networks.Count; index++)
        {
            if (networks[index].PrefixLength < WidestAccess)
            {
                report.Error(
                    $"authorizedNetworks[{index}]",
                    $"{networks[index]} lets in nearly everyone; accepted: ranges of your own, /{WidestAccess} or narrower"
                );
            }
        }
    }

    private sealed record NamedRange(string Key, CidrRange Range);
}
