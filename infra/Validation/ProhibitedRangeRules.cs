using System.Collections.Immutable;
using Infra.Model.Names;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Addresses that have a meaning of their own, such as loopback and multicast.</summary>
internal static class ProhibitedRangeRules
{
    /// <summary>Ranges that no subnetwork may overlap. Source: the documentation of VPC subnets, prohibited IPv4 ranges.</summary>
    private static readonly ImmutableArray<CidrRange> Prohibited =
    [
        CidrRange.Parse("0.0.0.0/8"),
        CidrRange.Parse("127.0.0.0/8"),
        CidrRange.Parse("169.254.0.0/16"),
        CidrRange.Parse("199.36.153.4/30"),
        CidrRange.Parse("199.36.153.8/30"),
        CidrRange.Parse("224.0.0.0/4"),
        CidrRange.Parse("255.255.255.255/32"),
    ];

    /// <summary>The range of Docker's bridge.</summary>
    /// <remarks>
    /// Source: the error of Google's API, "The IP range 172.17.0.0/16 is reserved for the Docker bridge network. GKE master CIDR block must not
    /// overlap with it" (terraform-provider-google#7956).
    /// </remarks>
    private static readonly CidrRange DockerBridge = CidrRange.Parse("172.17.0.0/16");

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        new("ProhibitedNetworkRange", CheckProhibited),
        Rule.ForStack(
            "DockerBridgeOverlap",
            Severity.Error,
            "network.controlPlaneRange",
            stack =>
                stack.Platform?.Network.ControlPlaneRange is { } range && range.Overlaps(DockerBridge)
                    ? $"{range} overlaps {DockerBridge}, which GKE reserves for the Docker bridge. Allowed: a private range, such as 172.16.0.0/28"
                    : null
        ),
    ];

    private static void CheckProhibited(RuleContext stack, DiagnosticSink diagnostics)
    {
        if (stack.Platform?.Network is not { Existing: null } network)
        {
            return;
        }

        foreach (var (key, range) in NetworkRangeRules.RangesOf(network))
        {
            if (Prohibited.FirstOrDefault(range.Overlaps) is { } prohibited)
            {
                diagnostics.Error(
                    $"network.{key}",
                    $"{range} overlaps {prohibited}, which Google Cloud prohibits for subnetworks. Allowed: a private range, such as 10.0.0.0/20"
                );
            }
        }
    }
}
