using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Marks the places of a resource that replace it although both sides look alike there.</summary>
internal static class ForcedChange
{
    /// <summary>The place of the provider.</summary>
    public static PropertyPath Provider { get; } = new([new(NodeDocument.Provider)]);

    /// <summary>The place of what the resource is replaced with.</summary>
    public static PropertyPath ReplaceWith { get; } = new([new(NodeDocument.Options), new(ResourceOption.ReplaceWith)]);

    /// <summary>The place of an argument.</summary>
    public static PropertyPath Input(string name) => new([new(NodeDocument.Inputs), new(name)]);

    /// <summary>The changes of a step with one at <paramref name="place" /> that replaces the resource.</summary>
    public static ImmutableArray<PropertyChange> At(PropertyPath place, ResourceStep step)
    {
        if (step.Everything.Any(change => place.Contains(change.Path)))
        {
            return
            [
                .. step.Everything.Select(change =>
                    place.Contains(change.Path) ? change with { Effect = ChangeEffect.Replaces } : change
                ),
            ];
        }

        var value = place.Steps.Aggregate(
            (PlanValue?)NodeDocument.Of(step.New!),
            (part, at) => (part as PlanMap)?[at.Name!]
        );
        return value is null
            ? step.Everything
            : step.Everything.Add(new(place, value, value) { Effect = ChangeEffect.Replaces });
    }
}
