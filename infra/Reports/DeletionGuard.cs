using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Reports;

/// <summary>Options that make an update fail instead of deleting a resource.</summary>
/// <remarks>
/// <c>protect</c> is Pulumi's, <c>deletionProtection</c> the Google Cloud provider's. The former state of the resource counts:
/// only where the resource itself starts its replacement, <c>protect</c> can be turned off in the same update. Sources:
/// <c>continueStepsFromDiff</c> in the Pulumi engine's step_generator.go; <c>resourceContainerClusterDelete</c> in
/// terraform-provider-google-beta.
/// </remarks>
internal static class DeletionGuard
{
    private const string DeletionProtection = "deletionProtection";

    /// <summary>The start of a sentence that names the guards of the resource; null for none.</summary>
    public static string? Describe(ResourceStep step) =>
        Guards(step) switch
        {
            [] => null,
            [var one] => $"{one} makes the update fail unless an earlier one turned it off; without it, ",
            var all =>
                $"{string.Join(" and ", all)} make the update fail unless an earlier one turned them off; without them, ",
        };

    private static List<string> Guards(ResourceStep step)
    {
        var guards = new List<string>();
        if (step.Kind is not (StepKind.Replace or StepKind.Delete) || ResourceOption.IsRetained(step.Old!))
        {
            return guards;
        }

        if (step.Old!.Options[ResourceOption.Protect].IsTrue() && !IsUnprotected(step))
        {
            guards.Add(ResourceOption.Protect);
        }

        if (step.Old!.Inputs[DeletionProtection].IsTrue())
        {
            guards.Add(DeletionProtection);
        }

        return guards;
    }

    private static bool IsUnprotected(ResourceStep step) =>
        step is { New: { } now, IsCascadedDeletion: false } && !now.Options[ResourceOption.Protect].IsTrue();
}
