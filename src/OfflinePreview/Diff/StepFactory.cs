using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Classifies what an update does with a resource.</summary>
internal static class StepFactory
{
    /// <summary>The step of a resource of the new graph.</summary>
    /// <param name="old">The resource before; null for a new one.</param>
    /// <param name="now">The resource after.</param>
    public static ResourceStep Create(ResourceState? old, ResourceState now)
    {
        if (ResourceOption.IsRead(now))
        {
            return new()
            {
                Kind = StepKind.Read,
                Old = old,
                New = now,
                AllChanges = Compare(old, now),
            };
        }

        return old is not null
            ? CreateForExisting(old, now)
            : new() { Kind = now.Options["import"] is not null ? StepKind.Import : StepKind.Create, New = now };
    }

    /// <summary>The step of a resource that is not in the new graph.</summary>
    public static ResourceStep Delete(ResourceState old) =>
        new() { Kind = ResourceOption.IsRead(old) ? StepKind.Same : StepKind.Delete, Old = old };

    /// <summary>The step with the kind that follows from its changes.</summary>
    public static ResourceStep Classify(ResourceStep step)
    {
        var kind =
            step.ReplaceReasons.Any() ? StepKind.Replace
            : step.Changes.Any() ? StepKind.Update
            : StepKind.Same;
        return step with
        {
            Kind = kind,
            DeleteBeforeReplace = kind == StepKind.Replace && ReplacementOrder.IsDeleteBeforeReplace(step),
            AllChanges = kind == StepKind.Replace ? [.. step.AllChanges.Select(WithoutRejection)] : step.AllChanges,
        };
    }

    /// <summary>The step of a resource that is replaced because of another one.</summary>
    /// <param name="step">The step without that other one.</param>
    /// <param name="reason">The path in its document that says why.</param>
    /// <remarks>The provider is not asked, so that it is created first unless the program says otherwise.</remarks>
    public static ResourceStep Replace(ResourceStep step, PropertyPath reason) =>
        step with
        {
            Kind = StepKind.Replace,
            DeleteBeforeReplace = ResourceOption.DeleteBeforeReplace(step.New!) ?? false,
            AllChanges = [.. ForcedReplacement.Apply(reason, step).Select(WithoutRejection)],
        };

    /// <summary>The step with further changes of arguments, except at paths that already change.</summary>
    public static ResourceStep WithChanges(ResourceStep step, IEnumerable<PropertyChange> changes)
    {
        ImmutableArray<PropertyChange> further =
        [
            .. changes
                .Where(change => !step.AllChanges.Any(known => known.Path.Contains(change.Path)))
                .Select(change => WithEffect(change, step.Old!, step.New!)),
        ];
        return further.IsEmpty ? step : Classify(step with { AllChanges = step.AllChanges.AddRange(further) });
    }

    // The API accepts any argument of a new resource.
    private static PropertyChange WithoutRejection(PropertyChange change) =>
        change.Effect == ChangeEffect.Rejected ? change with { Effect = ChangeEffect.Updates } : change;

    private static ResourceStep CreateForExisting(ResourceState old, ResourceState now) =>
        Classify(
            new()
            {
                Kind = StepKind.Same,
                Old = old,
                New = now,
                AllChanges = Compare(old, now),
            }
        );

    private static ImmutableArray<PropertyChange> Compare(ResourceState? old, ResourceState now) =>
        old is null || old.Equals(now)
            ? []
            :
            [
                .. ValueDiff
                    .Compare(ResourceDocument.ToDocument(old), ResourceDocument.ToDocument(now))
                    .Select(change =>
                        change.Path.Segments[0].Name == ResourceDocument.Inputs ? WithEffect(change, old, now) : change
                    ),
            ];

    // The path of the change starts at the resource's document.
    private static PropertyChange WithEffect(PropertyChange change, ResourceState old, ResourceState now) =>
        change with
        {
            Effect = GetEffect(change with { Path = new(change.Path.Segments[1..]) }, old, now),
        };

    /// <summary>The effect of a change of an argument, whose path starts at the arguments.</summary>
    public static ChangeEffect GetEffect(PropertyChange argument, ResourceState old, ResourceState now)
    {
        var rule = ForceNewRules.ForType(now.Type);
        return Affects("ignoreChanges") ? ChangeEffect.Ignored
            : Affects("replaceOnChanges") || rule.Replaces(argument, old, now) ? ChangeEffect.Replaces
            : rule.Rejects(argument) ? ChangeEffect.Rejected
            : ChangeEffect.Updates;

        bool Affects(string option) => GetPaths(now.Options[option]).Any(argument.Affects);
    }

    private static IEnumerable<string> GetPaths(PlanValue? option) =>
        option is PlanList list
            ? list
                .Items.OfType<PlanString>()
                .Select(text => string.Concat(text.Segments.OfType<StringSegment.Literal>().Select(part => part.Text)))
            : [];
}
