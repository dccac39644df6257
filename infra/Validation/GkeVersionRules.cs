using System.Collections.Immutable;
using Infra.Model.Names;
using Infra.Model.Platform;
using Infra.Model.Tpu;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The version of GKE: what the release channel offers, and what slices need.</summary>
/// <remarks>Sources: <c>gke-releases.yaml</c> and the files of the TPU generations.</remarks>
internal static class GkeVersionRules
{
    private const string MinVersion = "cluster.managed.minVersion";

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        new("GkeVersionTooOld", CheckRequirements),
        Rule.ForStack("GkeVersionNotOffered", Severity.Warning, MinVersion, OfferViolation),
    ];

    /// <summary>What is wrong with the version of a cluster for slices that need a version; null where it can be new enough.</summary>
    /// <param name="required">The oldest version that offers the slices.</param>
    /// <param name="feature">The slices.</param>
    /// <param name="version">The minimum version of the cluster; null where its channel decides.</param>
    /// <param name="channel">The name of the channel.</param>
    /// <param name="offered">The versions that the channel offers.</param>
    internal static string? Violation(
        GkeVersion required,
        string feature,
        GkeVersion? version,
        string channel,
        OfferedVersions offered
    ) =>
        version is null && !offered.ReachesUpTo(required)
            ? $"{feature} require GKE {required}, which the {channel} channel does not offer yet. Allowed: a channel with newer versions, such as rapid"
        : version?.IsAtLeast(required) == false
            ? $"GKE {version} does not support {feature}. Allowed: {(offered.ReachesBackTo(required) ? required : offered.Oldest)} or newer, or no "
                + "minVersion (the channel then decides)"
        : null;

    /// <summary>A version outside the channel; one that is too old for the slices is an error already.</summary>
    private static string? OfferViolation(RuleContext stack)
    {
        if (
            stack.Platform?.Cluster.Settings is not { MinVersion: { } version, ReleaseChannel: var channel } settings
            || Violations(stack, settings).Any()
        )
        {
            return null;
        }

        var offered = GkeReleases.Known.Find(channel);
        var channelThen = $"what the {GkeReleases.NameOf(channel)} channel offered in {GkeReleases.Known.AsOf}";
        return !offered.ReachesBackTo(version)
                ? $"{version} is older than {channelThen}, and GKE rejects a version that has left the channel. Remove it, or set {offered.Oldest} or newer"
            : !offered.ReachesUpTo(version)
                ? $"{version} is newer than {channelThen}, and GKE rejects a version that the channel does not offer. Remove it, or set {offered.Newest} or older"
            : null;
    }

    private static void CheckRequirements(RuleContext stack, DiagnosticSink diagnostics)
    {
        if (stack.Platform?.Cluster.Settings is not { } settings)
        {
            return;
        }

        foreach (var message in Violations(stack, settings))
        {
            diagnostics.Error(settings.MinVersion is null ? "cluster.managed.releaseChannel" : MinVersion, message);
        }
    }

    private static IEnumerable<string> Violations(RuleContext stack, ManagedClusterSettings settings) =>
        stack
            .Servings.Select(one => Requirement(one.Serving.Slice.Generation, one.Serving.Capacity))
            .Distinct()
            .Select(one =>
                Violation(
                    GkeVersion.Parse(one.Min),
                    one.Feature,
                    settings.MinVersion,
                    GkeReleases.NameOf(settings.ReleaseChannel),
                    GkeReleases.Known.Find(settings.ReleaseChannel)
                )
            )
            .OfType<string>();

    private static (string Min, string Feature) Requirement(TpuGeneration generation, Capacity capacity) =>
        capacity.Kind == CapacityKind.FlexStart
            ? (generation.FlexStartMinGkeVersion, $"{generation} slices by flex-start")
            : (generation.MinGkeVersion, $"{generation} slices");
}
