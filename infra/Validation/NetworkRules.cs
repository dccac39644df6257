using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Model.Names;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Access to the control plane, and an existing network.</summary>
internal static partial class NetworkRules
{
    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        new("AuthorizedNetworkTooWide", CheckAccess),
        Rule.ForStack(
            "SubnetworkOutsideRegion",
            Severity.Error,
            "network.existing.subnetwork",
            stack =>
                stack.Platform?.Network.Existing is { } existing
                && SubnetworkRegion().Match(existing.Subnetwork) is { Success: true } match
                && match.Groups["region"].Value != stack.Platform.Region
                    ? $"is in region {match.Groups["region"].Value}, but the cluster is in {stack.Platform.Region}. Allowed: a subnetwork in that region"
                    : null
        ),
    ];

    private static void CheckAccess(RuleContext stack, DiagnosticSink diagnostics)
    {
        var networks = stack.Platform?.Cluster.Settings.AuthorizedNetworks ?? [];
        foreach (var (index, network) in networks.Index().Where(one => one.Item.AdmitsAlmostEveryone))
        {
            diagnostics.Error($"cluster.managed.authorizedNetworks[{index}]", $"{network} {CidrRange.TooWide}");
        }
    }

    [GeneratedRegex(
        "(^|/)regions/(?<region>[^/]+)/subnetworks/",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex SubnetworkRegion();
}
