using System.Collections.Immutable;
using Infra.Preview.Graph;

namespace Infra.Preview.Diff;

/// <summary>Decides what an update does with a resource.</summary>
internal static class StepMaker
{
    /// <summary>The step of a resource that is asked for.</summary>
    /// <param name="old">What it was; null when it is new.</param>
    /// <param name="now">What it is to be.</param>
    public static ResourceStep Of(ResourceNode? old, ResourceNode now)
    {
        if (now.Options["id"] is not null)
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
        new() { Kind = old.Options["id"] is null ? StepKind.Delete : StepKind.Same, Old = old };

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
                        change.Path.Steps[0].Name == NodeDocument.Inputs ? WithEffect(change, now) : change
                    ),
            ];

    private static PropertyChange WithEffect(PropertyChange change, ResourceNode now)
    {
        var argument = change with { Path = new(change.Path.Steps[1..]) };
        return change with
        {
            Effect =
                Touches("ignoreChanges") ? ChangeEffect.IsIgnored
                : Touches("replaceOnChanges") || ProviderFacts.ThatReplace(now.Type).Any(argument.Touches)
                    ? ChangeEffect.Replaces
                : ProviderFacts.ThatAreRefused(now.Type).Any(argument.Touches) ? ChangeEffect.IsRefused
                : ChangeEffect.Updates,
        };

        bool Touches(string option) => PathsOf(now.Options[option]).Any(argument.Touches);
    }

    private static IEnumerable<string> PathsOf(PlanValue? option) =>
        option is PlanList list
            ? list
                .Items.OfType<PlanText>()
                .Select(text => string.Concat(text.Parts.OfType<TextPart.Literal>().Select(part => part.Text)))
            : [];
}
