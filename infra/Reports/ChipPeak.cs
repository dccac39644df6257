using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Reports;

/// <summary>The TPU chips that are taken before, during and after an update, or their costs. A number that depends on something unknown is null.</summary>
/// <remarks>
/// The engine creates before it deletes, except for replacements that delete first; it deletes removed resources at the end. Steps that do
/// not depend on each other run at the same time, so the peak takes every creation to come before every deletion of another resource. What
/// is deleted for a resource that is replaced, such as every node pool of a cluster, is gone before that is created, and new node pools wait for it.
/// </remarks>
/// <param name="Before">Chips when the update starts.</param>
/// <param name="Peak">The most chips at any time of the update.</param>
/// <param name="After">Chips when the update has ended.</param>
internal sealed record ChipPeak(double? Before, double? Peak, double? After)
{
    /// <summary>Whether the update needs more chips than either end of it.</summary>
    public bool ExceedsBothEnds => Peak > Before && Peak > After;

    /// <summary>Adds up the chips of some resources.</summary>
    /// <param name="steps">The steps of the update.</param>
    /// <param name="chips">The chips of a resource; 0 for none.</param>
    public static ChipPeak Compute(IEnumerable<ResourceStep> steps, Func<ResourceState, double?> chips) =>
        Compute(steps, chips, chips);

    /// <summary>Adds up what some resources take, if that also depends on the plan that they are part of.</summary>
    /// <param name="steps">The steps of the update.</param>
    /// <param name="old">What a resource of the plan before the update takes; 0 for nothing.</param>
    /// <param name="current">What a resource of the plan after the update takes; 0 for nothing.</param>
    public static ChipPeak Compute(
        IEnumerable<ResourceStep> steps,
        Func<ResourceState, double?> old,
        Func<ResourceState, double?> current
    )
    {
        var total = new ChipPeak(0, 0, 0);
        foreach (var step in steps)
        {
            var before = step.Old is { } past ? old(past) : 0;
            var after = step.New is { } now ? current(now) : 0;
            total = new(total.Before + before, total.Peak + PeakOfStep(step, before, after), total.After + after);
        }

        return total with
        {
            Peak = Max(total.Peak, total.Before),
        };
    }

    // The most chips that a resource takes after cascaded deletions.
    private static double? PeakOfStep(ResourceStep step, double? before, double? after) =>
        step.IsCascadedDeletion ? after
        : step.Kind == StepKind.Replace && !step.DeleteBeforeReplace ? before + after
        : Max(before, after);

    /// <summary>Sentences on the chips that an update needs temporarily; none if it needs no more than before or after.</summary>
    public static IEnumerable<FormattableString> Describe(GraphDiff diff)
    {
        var hasPools = diff.Before.Resources.Concat(diff.After.Resources).Any(resource => ChipsOfPool(resource) > 0);
        var peak = Compute(diff.Steps, hasPools ? ChipsOfPool : ChipsOfSet);
        if (!peak.ExceedsBothEnds)
        {
            return [];
        }

        FormattableString consequence = hasPools
            ? (FormattableString)
                $"new node pools are created before the old ones are deleted; the update fails if quota or capacity does not cover both"
            : $"the new LeaderWorkerSet is created before the old one is deleted; if the cluster does not have the chips for both, the new pods stay Pending, and an update that waits for them times out";
        return [$"{peak.Numbers}: {consequence}", .. Reservations(diff)];
    }

    private FormattableString Numbers => $"TPU chips: {Before} now, {Peak} during the update, {After} after";

    private static IEnumerable<FormattableString> Reservations(GraphDiff diff) =>
        from name in diff.After.Resources.Where(TpuNodePool.IsNodePool).Select(TpuNodePool.GetReservation).Distinct()
        where name is not null
        let peak = Compute(
            diff.Steps,
            resource => TpuNodePool.GetReservation(resource) == name ? ChipsOfPool(resource) : 0
        )
        where peak.ExceedsBothEnds
        select (FormattableString)
            $"Reservation {name} must have {peak.Peak} chips for this stack during the update, or the new node pools are not created: the stack uses {peak.Before} of them now";

    private static double? ChipsOfPool(ResourceState resource) =>
        TpuNodePool.IsNodePool(resource) ? TpuNodePool.Read(resource).Chips : 0;

    private static double? ChipsOfSet(ResourceState resource) =>
        TpuServing.IsLeaderWorkerSet(resource) ? TpuServing.FromResource(resource).TotalChips : 0;

    private static double? Max(double? one, double? other) =>
        one is { } first && other is { } second ? Math.Max(first, second) : null;
}
