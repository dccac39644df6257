using System.Collections.Immutable;
using Infra.Model.Names;
using Infra.Model.Platform;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The address ranges of the network. Source: GKE's documentation of VPC-native and of private clusters.</summary>
/// <remarks>
/// The limit of the range of Services is that of GKE's API: "Services CIDR range is smaller than minimum (14 &lt; 16)" (rancher#32207).
/// </remarks>
internal static class NetworkRangeRules
{
    private const int ControlPlanePrefix = 28;
    private const int MinPrefix = 8;
    private const int MinServicePrefix = 16;

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForStack(
            "ControlPlaneRangeSize",
            Severity.Error,
            "network.controlPlaneRange",
            stack =>
                stack.Platform?.Network.ControlPlaneRange is { PrefixLength: not ControlPlanePrefix } range
                    ? $"{range} must have 16 addresses. Allowed: a /{ControlPlanePrefix}, such as 172.16.0.0/28"
                    : null
        ),
        Rule.ForStack(
            "ServiceRangeTooLarge",
            Severity.Error,
            "network.serviceRange",
            stack =>
                stack.Platform?.Network is { Existing: null, ServiceRange: { PrefixLength: < MinServicePrefix } range }
                    ? $"{range} is larger than GKE supports for Services. Allowed: a /{MinServicePrefix} or smaller"
                    : null
        ),
        new("NetworkRangeOverlap", CheckOverlaps),
        new("NetworkRangeTooSmall", CheckSizes),
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
                    ? "is not used with an existing network, which has its own range. Remove it, or remove network.existing"
                    : null
        );

    private static void CheckSizes(RuleContext stack, DiagnosticSink diagnostics)
    {
        if (stack.Platform is not { Network: { Existing: null } network } platform)
        {
            return;
        }

        var systemPool = platform.Cluster.Settings.SystemPool;
        var demand = new AddressDemand([.. stack.Servings.Select(one => one.Serving)], systemPool);
        var nodes = $"{demand.Hosts} TPU hosts and {demand.SystemNodes} system nodes";
        Check("nodeRange", network.NodeRange, demand.Nodes, nodes);
        Check("podRange", network.PodRange, demand.Pods, $"the pods of {nodes}");
        Check("serviceRange", network.ServiceRange, demand.Services, "the Services of the cluster and its servings");

        void Check(string key, CidrRange range, long addresses, string owners)
        {
            if (range.Size < addresses)
            {
                diagnostics.Error(
                    $"network.{key}",
                    $"{range} has {range.Size} addresses, but {owners} need {addresses}. Allowed: {PrefixFor(addresses)}"
                );
            }
        }
    }

    private static string PrefixFor(long addresses)
    {
        var prefix = 32;
        while (1L << (32 - prefix) < addresses)
        {
            prefix--;
        }

        return prefix >= MinPrefix ? $"a /{prefix} or larger" : "fewer slices";
    }

    private static void CheckOverlaps(RuleContext stack, DiagnosticSink diagnostics)
    {
        if (stack.Platform?.Network is not { Existing: null } network)
        {
            return;
        }

        var ranges = RangesOf(network);
        foreach (var (index, (key, range)) in ranges.Index())
        {
            foreach (var other in ranges.Take(index).Where(other => range.Overlaps(other.Range)))
            {
                diagnostics.Error(
                    $"network.{key}",
                    $"{range} overlaps {other.Key} {other.Range}. Allowed: a range that does not overlap the others"
                );
            }
        }
    }

    /// <summary>The ranges of a network that the stack creates, by their keys.</summary>
    internal static (string Key, CidrRange Range)[] RangesOf(NetworkSettings network) =>
        [
            ("nodeRange", network.NodeRange),
            ("podRange", network.PodRange),
            ("serviceRange", network.ServiceRange),
            ("controlPlaneRange", network.ControlPlaneRange),
        ];
}
