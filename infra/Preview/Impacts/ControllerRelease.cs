using System.Text.RegularExpressions;
using Infra.Preview.Diff;
using Infra.Preview.Graph;
using Infra.Preview.Output;
using Infra.Settings;

namespace Infra.Preview.Impacts;

/// <summary>What an update does with an installed release of the LeaderWorkerSet controller.</summary>
internal static partial class ControllerRelease
{
    /// <summary>Whether a resource holds the objects of a release.</summary>
    public static bool IsRelease(ResourceNode node) => VersionOf(node) is not null;

    /// <summary>Whether an update deletes every LeaderWorkerSet of the cluster together with the definition of their kind.</summary>
    public static bool DeletesSets(GraphDiff diff, CarriedSteps carried) =>
        Releases(diff)
            .Any(release =>
                release.Kind == StepKind.Delete
                && carried.HolderOf(release.Old!) is null
                && !IsKept(release.Old!)
                && !AreKept(DefinitionsOf(release, diff))
            );

    /// <summary>What the users of the cluster notice; nothing where the cluster goes as well.</summary>
    public static IEnumerable<FormattableString> Describe(GraphDiff diff, CarriedSteps carried) =>
        Releases(diff)
            .Where(release => carried.HolderOf(release.Old!) is null && !IsKept(release.Old!))
            .Select(release => Describe(release, DefinitionsOf(release, diff)))
            .OfType<FormattableString>();

    private static IEnumerable<ResourceStep> Releases(GraphDiff diff) =>
        diff.Steps.Where(step => step.Old is { } old && IsRelease(old));

    private static List<ResourceStep> DefinitionsOf(ResourceStep release, GraphDiff diff) =>
        [.. diff.Steps.Where(step => IsDefinition(step) && step.Old!.Parent == release.Old!.Urn)];

    private static FormattableString? Describe(ResourceStep release, List<ResourceStep> definitions)
    {
        var version = VersionOf(release.Old!)!;
        return release.Kind == StepKind.Delete ? Uninstalled(version, AreKept(definitions))
            : release.Kind == StepKind.Replace || definitions.Any(IsReplaced) ? Moved(version)
            : Downgraded(release);
    }

    private static FormattableString Uninstalled(string version, bool keepsSets) =>
        keepsSets
            ? (FormattableString)
                $"The LeaderWorkerSet controller {version} is uninstalled: nothing acts any more on the LeaderWorkerSets of the cluster, also those of other stacks"
            : $"The LeaderWorkerSet controller {version} is uninstalled: its CRD is deleted, and with it every LeaderWorkerSet of the cluster, also those of other stacks";

    private static FormattableString Moved(string version) =>
        $"The LeaderWorkerSet controller {version} moves to another cluster: in the old one its CRD is deleted, and with it every LeaderWorkerSet there, also those of other stacks";

    // The newer definition's fields are pruned by the API server once the older one is in its place.
    private static FormattableString? Downgraded(ResourceStep release) =>
        release.New is { } now
        && LeaderWorkerSetVersion.TryParse(VersionOf(release.Old!) ?? "", out var from)
        && LeaderWorkerSetVersion.TryParse(VersionOf(now) ?? "", out var to)
        && LeaderWorkerSetVersion.All.IndexOf(to) < LeaderWorkerSetVersion.All.IndexOf(from)
            ? (FormattableString)
                $"The LeaderWorkerSet controller goes back from {from.Text} to {to.Text}, which is not supported: the older CRD drops the fields that it does not know, from every LeaderWorkerSet of the cluster"
            : null;

    private static bool IsDefinition(ResourceStep step) =>
        step.Old is { } old && TypeNames.Last(old.Type) == "CustomResourceDefinition";

    private static bool IsReplaced(ResourceStep step) => step.Kind is StepKind.Replace or StepKind.Delete;

    private static bool AreKept(List<ResourceStep> definitions) =>
        definitions.Count > 0 && definitions.All(step => IsKept(step.Old!));

    private static bool IsKept(ResourceNode node) => node.Options["retainOnDelete"] is PlanBool { Value: true };

    private static string? VersionOf(ResourceNode node) =>
        node.Inputs["file"].AsText() is { } file && Manifest().Match(file) is { Success: true } release
            ? release.Groups["version"].Value
            : null;

    [GeneratedRegex(
        "/kubernetes-sigs/lws/releases/download/(?<version>[^/]+)/manifests\\.yaml$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Manifest();
}
