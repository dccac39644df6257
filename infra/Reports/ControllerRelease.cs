using System.Text.RegularExpressions;
using OfflinePreview.Diff;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>The impact of an update on an installed release of the LeaderWorkerSet controller.</summary>
internal static partial class ControllerRelease
{
    /// <summary>Whether a resource holds the objects of a release.</summary>
    public static bool IsRelease(ResourceState resource) => GetVersion(resource) is not null;

    /// <summary>Whether an update deletes every LeaderWorkerSet of the cluster together with the definition of their kind.</summary>
    public static bool DeletesSets(GraphDiff diff, CascadedSteps cascades) =>
        Releases(diff)
            .Any(release =>
                release.Kind == StepKind.Delete
                && cascades.GetHolder(release.Old!) is null
                && !ResourceOption.IsRetained(release.Old!)
                && !AreKept(GetDefinitions(release, diff))
            );

    /// <summary>What the users of the cluster notice; nothing if the cluster is deleted as well.</summary>
    public static IEnumerable<FormattableString> Describe(GraphDiff diff, CascadedSteps cascades) =>
        Releases(diff)
            .Where(release => cascades.GetHolder(release.Old!) is null && !ResourceOption.IsRetained(release.Old!))
            .Select(release => Describe(release, GetDefinitions(release, diff)))
            .OfType<FormattableString>();

    private static IEnumerable<ResourceStep> Releases(GraphDiff diff) =>
        diff.Steps.Where(step => step.Old is { } old && IsRelease(old));

    private static List<ResourceStep> GetDefinitions(ResourceStep release, GraphDiff diff) =>
        [.. diff.Steps.Where(step => IsDefinition(step) && step.Old!.Parent == release.Old!.Urn)];

    private static FormattableString? Describe(ResourceStep release, List<ResourceStep> definitions)
    {
        var version = GetVersion(release.Old!)!;
        return release.Kind == StepKind.Delete ? Uninstalled(version, AreKept(definitions))
            : release.Kind == StepKind.Replace || definitions.Any(step => step.Kind == StepKind.Replace)
                ? Moved(version)
            : ControllerVersionChange.Describe(version, GetVersion(release.New!));
    }

    private static FormattableString Uninstalled(string version, bool keepsSets) =>
        keepsSets
            ? (FormattableString)
                $"The LeaderWorkerSet controller {version} is uninstalled: the LeaderWorkerSets of the cluster are no longer reconciled, including those of other stacks"
            : $"The LeaderWorkerSet controller {version} is uninstalled: its CRD is deleted, and with it every LeaderWorkerSet of the cluster, including those of other stacks";

    private static FormattableString Moved(string version) =>
        $"The LeaderWorkerSet controller {version} moves to another cluster: its CRD is deleted from the old one, and with it every LeaderWorkerSet there, including those of other stacks";

    private static bool IsDefinition(ResourceStep step) =>
        step.Old is { } old && TypeTokens.GetName(old.Type) == "CustomResourceDefinition";

    private static bool AreKept(List<ResourceStep> definitions) =>
        definitions.Count > 0 && definitions.All(step => ResourceOption.IsRetained(step.Old!));

    private static string? GetVersion(ResourceState resource) =>
        resource.Inputs["file"].AsString() is { } file && Manifest().Match(file) is { Success: true } release
            ? release.Groups["version"].Value
            : null;

    [GeneratedRegex(
        "/kubernetes-sigs/lws/releases/download/(?<version>[^/]+)/manifests\\.yaml$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Manifest();
}
