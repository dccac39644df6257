using System.Collections.Immutable;
using Infra.Model.Names;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The address ranges of the network. Source: GKE's documentation of VPC-native and of private clusters.</summary>
internal static class NetworkRules
{
    private const int ControlPlanePrefix = 28;
    private const int MinAccessPrefix = 8;

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        new("AuthorizedNetworkTooWide", CheckAccess),
        Rule.ForStack(
            "ControlPlaneRangeSize",
            Severity.Error,
            "network.controlPlaneRange",
            stack =>
                stack.Platform?.Network.ControlPlaneRange is { PrefixLength: not ControlPlanePrefix } range
                    ? $"{range} does not have 16 addresses. Allowed: a /{ControlPlanePrefix}, such as 172.16.0.0/28"
                    : null
        ),
        new("NetworkRangeOverlap", CheckOverlaps),
        UnusedRange("nodeRange"),
        UnusedRange("podRange"),
        UnusedRange("serviceRange"),
    ];

    private static Rule UnusedRange(string key) =>
        Rule.ForStack(
            "UnusedNetworkRange",
            Severity.Error,
            $"network.{key}",
            stack =>
                stack.Platform?.Network.Existing is not null && stack.IsSet($"network.{key}")
                    ? "is not used with an existing network, which has its own range. Remove it, or network.existing"
                    : null
        );

    private static void CheckAccess(RuleContext stack, DiagnosticSink diagnostics)
    {
        var networks = stack.Platform?.Cluster.Settings.AuthorizedNetworks ?? [];
        foreach (var (index, network) in networks.Index().Where(one => one.Item.PrefixLength < MinAccessPrefix))
        {
            diagnostics.Error(
                $"cluster.managed.authorizedNetworks[{index}]",
                $"{network} admits nearly everyone. Allowed: your own ranges, /{MinAccessPrefix} or narrower"
            );
        }
    }

    private static void CheckOverlaps(RuleContext stack, DiagnosticSink diagnostics)
    {
        if (stack.Platform?.Network is not { Existing: null } network)
        {
            return;
        }

        (string Key, CidrRange Range)[] ranges =
        [
            ("nodeRange", network.NodeRange),
            ("podRange", network.PodRange),
            ("serviceRange", network.ServiceRange),
            ("controlPlaneRange", network.ControlPlaneRange),
        ];
        foreach (var (index, (key, range)) in ranges.Index())
        {
            foreach (var other in ranges.Take(index).Where(other => range.Overlaps(other.Range)))
            {
                diagnostics.Error(
                    $"network.{key}",
                    $"{range} overlaps {other.Key} {other.Range}. Allowed: a range apart from the others"
                );
            }
        }
    }
}
