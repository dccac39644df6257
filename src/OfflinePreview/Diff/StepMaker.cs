using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Decides what an update does with a resource.</summary>
internal static class StepMaker
{
    /// <summary>The step of a resource that is asked for.</summary>
    /// <param name="old">What it was; null when it is new.</param>
    /// <param name="now">What it is to be.</param>
    public static ResourceStep Of(ResourceNode? old, ResourceNode now)
    {
        if (ResourceOption.IsRead(now))
        {
            return new()
            {
                Kind = StepKind.Read,
                Old = old,
                New = now,
                Everything = Compare(old, now),
            };
        }

        return old is not null
            ? Between(old, now)
            : new() { Kind = now.Options["import"] is not null ? StepKind.Import : StepKind.Create, New = now };
    }

    /// <summary>The step of a resource that is no longer asked for.</summary>
    public static ResourceStep Delete(ResourceNode old) =>
        new() { Kind = ResourceOption.IsRead(old) ? StepKind.Same : StepKind.Delete, Old = old };

    /// <summary>The same step, its kind made to follow from its changes.</summary>
    public static ResourceStep Decide(ResourceStep step)
    {
        var kind =
            step.ReplaceReasons.Any() ? StepKind.Replace
            : step.Changes.Any() ? StepKind.Update
            : StepKind.Same;
        return step with
        {
            Kind = kind,
            DeletesFirst = kind == StepKind.Replace && ReplacementOrder.DeletesFirst(step),
            Everything = kind == StepKind.Replace ? [.. step.Everything.Select(Accepted)] : step.Everything,
        };
    }

    /// <summary>The step of a resource that is replaced because of another one.</summary>
    /// <param name="step">What would be done with it otherwise.</param>
    /// <param name="reason">The place in its document that says why.</param>
    /// <remarks>The provider is not asked, so that it is created first unless the program says otherwise.</remarks>
    public static ResourceStep Replace(ResourceStep step, PropertyPath reason) =>
        step with
        {
            Kind = StepKind.Replace,
            DeletesFirst = ResourceOption.DeleteBeforeReplace(step.New!) ?? false,
            Everything = [.. ForcedChange.At(reason, step).Select(Accepted)],
        };

    /// <summary>The step with further changes of arguments; those of places that are known to change are left out.</summary>
    public static ResourceStep WithChanges(ResourceStep step, IEnumerable<PropertyChange> changes)
    {
        ImmutableArray<PropertyChange> further =
        [
            .. changes
                .Where(change => !step.Everything.Any(known => known.Path.Contains(change.Path)))
                .Select(change => WithEffect(change, step.Old!, step.New!)),
        ];
        return further.IsEmpty ? step : Decide(step with { Everything = step.Everything.AddRange(further) });
    }

    // What is made anew is refused nothing.
    private static PropertyChange Accepted(PropertyChange change) =>
        change.Effect == ChangeEffect.IsRefused ? change with { Effect = ChangeEffect.Updates } : change;

    private static ResourceStep Between(ResourceNode old, ResourceNode now) =>
        Decide(
            new()
            {
                Kind = StepKind.Same,
                Old = old,
                New = now,
                Everything = Compare(old, now),
            }
        );

    private static ImmutableArray<PropertyChange> Compare(ResourceNode? old, ResourceNode now) =>
        old is null || old.Equals(now)
            ? []
            :
            [
                .. ValueDiff
                    .Between(NodeDocument.Of(old), NodeDocument.Of(now))
                    .Select(change =>
                        change.Path.Steps[0].Name == NodeDocument.Inputs ? WithEffect(change, old, now) : change
                    ),
            ];

    // The path of the change starts at the resource's document.
    private static PropertyChange WithEffect(PropertyChange change, ResourceNode old, ResourceNode now) =>
        change with
        {
            Effect = EffectOf(change with { Path = new(change.Path.Steps[1..]) }, old, now),
        };

    /// <summary>What a change of an argument does to its resource; its path starts at the arguments.</summary>
    public static ChangeEffect EffectOf(PropertyChange argument, ResourceNode old, ResourceNode now)
    {
        var rule = ForceNewRules.Of(now.Type);
        return Touches("ignoreChanges") ? ChangeEffect.IsIgnored
            : Touches("replaceOnChanges") || rule.Replaces(argument, old, now) ? ChangeEffect.Replaces
            : rule.Refuses(argument) ? ChangeEffect.IsRefused
            : ChangeEffect.Updates;

        bool Touches(string option) => PathsOf(now.Options[option]).Any(argument.Touches);
    }

    private static IEnumerable<string> PathsOf(PlanValue? option) =>
        option is PlanList list
            ? list
                .Items.OfType<PlanText>()
                .Select(text => string.Concat(text.Parts.OfType<TextPart.Literal>().Select(part => part.Text)))
            : [];
}
