using System.Collections.Immutable;
using System.Text.RegularExpressions;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Access to the control plane, and an existing network.</summary>
internal static partial class NetworkRules
{
    private const int MinAccessPrefix = 8;

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
        foreach (var (index, network) in networks.Index().Where(one => one.Item.PrefixLength < MinAccessPrefix))
        {
            diagnostics.Error(
                $"cluster.managed.authorizedNetworks[{index}]",
                $"{network} admits almost every address. Allowed: your own ranges, each a /{MinAccessPrefix} or smaller"
            );
        }
    }

    [GeneratedRegex(
        "(^|/)regions/(?<region>[^/]+)/subnetworks/",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex SubnetworkRegion();
}
