using System.Collections.Immutable;
using OfflinePreview.Diff;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>Steps that mean the same for different resources.</summary>
/// <param name="Steps">The steps.</param>
/// <param name="Reasons">The arguments that force a replacement or are rejected; empty for none.</param>
/// <param name="Sentence">Their impact, without a full stop.</param>
/// <param name="Followers">Other steps that follow from these.</param>
internal sealed record ImpactGroup(
    ImmutableArray<ResourceStep> Steps,
    string Reasons,
    string Sentence,
    ImmutableArray<ResourceStep> Followers
)
{
    // Resources that take others along or cost most come first; a Job disturbs no user.
    private static readonly string[] Order =
    [
        "Provider",
        "Cluster",
        "ConfigFile",
        "CustomResourceDefinition",
        "NodePool",
        "LeaderWorkerSet",
        "Namespace",
        "Bucket",
        "ManagedFolder",
        "Service",
        "",
        "Job",
    ];

    /// <summary>The groups of an update, the worst first.</summary>
    public static ImmutableArray<ImpactGroup> Collect(GraphDiff diff, CascadedSteps cascades)
    {
        var releases = diff
            .Steps.Where(step => step.Old is { } old && ControllerRelease.IsRelease(old))
            .ToDictionary(step => step.Old!.Urn, step => step.Kind, StringComparer.Ordinal);
        var components = diff
            .Before.Resources.Concat(diff.After.Resources)
            .Select(resource => resource.Parent)
            .OfType<string>()
            .Where(urn => !releases.ContainsKey(urn))
            .ToHashSet(StringComparer.Ordinal);
        var followers = diff.Steps.ToLookup(step => cascades.GetCause(step), StringComparer.Ordinal);
        return
        [
            .. followers[null]
                .Where(step => !components.Contains(step.Resource.Urn))
                .Select(step => ReleaseObjects.From(step, releases) ?? StepImpact.From(step))
                .OfType<StepImpact>()
                .GroupBy(impact => impact.Key)
                .OrderBy(group => GetRank(group.First()))
                .ThenBy(group => group.First().Step.Kind == StepKind.Update)
                .Select(group => Create([.. group], followers)),
        ];
    }

    private static ImpactGroup Create(List<StepImpact> impacts, ILookup<string?, ResourceStep> followers) =>
        new(
            [.. impacts.Select(impact => impact.Step)],
            impacts[0].Reasons,
            StepImpact.Sentence(impacts),
            [.. impacts.SelectMany(impact => followers[impact.Step.Resource.Urn])]
        );

    private static int GetRank(StepImpact impact)
    {
        var kind = impact.Step.Resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal)
            ? "Provider"
            : TypeTokens.GetName(impact.Step.Resource.Type);
        return Array.IndexOf(Order, Order.Contains(kind) ? kind : "");
    }
}
