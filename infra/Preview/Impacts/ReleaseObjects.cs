using Infra.Preview.Diff;

namespace Infra.Preview.Impacts;

/// <summary>The impact of the objects of a controller's release, which many steps have in common.</summary>
internal static class ReleaseObjects
{
    private const string Noun = "object of the LeaderWorkerSet release";
    private const string Pause =
        "LeaderWorkerSets cannot be changed until its webhooks answer again, running groups go on";

    /// <summary>The impact of a step; null where the resource is not of a release or is not disturbed.</summary>
    /// <param name="step">The step.</param>
    /// <param name="releases">The URNs of the resources that hold the objects of releases.</param>
    public static StepImpact? From(ResourceStep step, IReadOnlySet<string> releases) =>
        step.Old is not { } old || !(releases.Contains(old.Urn) || releases.Contains(old.Parent ?? "")) ? null
        : step.Kind == StepKind.Delete && StepImpact.From(step) is { Verb: "deletes" }
            ? Create(step, "deletes", releases, "its controller stops")
        : step.Kind == StepKind.Replace ? Create(step, "replaces", releases, Pause)
        : step.Kind == StepKind.Update ? Create(step, "updates", releases, Pause)
        : null;

    private static StepImpact Create(
        ResourceStep step,
        string verb,
        IReadOnlySet<string> releases,
        string consequence
    ) => new(step, verb, NounOf(step, releases), consequence) { Reasons = "" };

    private static string NounOf(ResourceStep step, IReadOnlySet<string> releases) =>
        releases.Contains(step.Old!.Urn) ? "LeaderWorkerSet release" : Noun;
}
