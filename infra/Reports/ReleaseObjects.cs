using OfflinePreview.Diff;

namespace Infra.Reports;

/// <summary>The impact of the objects of a controller's release, which many steps have in common.</summary>
internal static class ReleaseObjects
{
    private const string Noun = "object of the LeaderWorkerSet controller";
    private const string Pause = "LeaderWorkerSets cannot be changed until the webhooks answer again";
    private const string Uninstalled = "LeaderWorkerSets are no longer reconciled";

    /// <summary>The impact of a step; null where the resource is not of a release or is not disturbed.</summary>
    /// <param name="step">The step.</param>
    /// <param name="releases">The steps of the resources that contain the objects of releases, by URN.</param>
    public static StepImpact? From(ResourceStep step, IReadOnlyDictionary<string, StepKind> releases)
    {
        if (step.Old is not { } old)
        {
            return null;
        }

        return releases.TryGetValue(old.Urn, out var release) ? From(step, release, "LeaderWorkerSet controller")
            : releases.TryGetValue(old.Parent ?? "", out release) ? From(step, release, Noun)
            : null;
    }

    // Another version may lack an object: its deletion has the impact of its kind, and the controller keeps running.
    private static StepImpact? From(ResourceStep step, StepKind release, string noun) =>
        step.Kind == StepKind.Delete && release == StepKind.Delete && StepImpact.From(step) is { Verb: "deletes" }
            ? Create(step, "deletes", noun, Uninstalled)
        : step.Kind == StepKind.Replace ? Create(step, "replaces", noun, Pause)
        : step.Kind == StepKind.Update ? Create(step, "updates", noun, Pause)
        : null;

    private static StepImpact Create(ResourceStep step, string verb, string noun, string consequence) =>
        new(step, verb, noun, consequence) { Reasons = "" };
}
