using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Marks paths of a resource that replace it although both sides look equal there.</summary>
internal static class ForcedReplacement
{
    /// <summary>The path of the provider.</summary>
    public static PropertyPath Provider { get; } = new([new(ResourceDocument.Provider)]);

    /// <summary>The path of what the resource is replaced with.</summary>
    public static PropertyPath ReplaceWith { get; } =
        new([new(ResourceDocument.Options), new(ResourceOption.ReplaceWith)]);

    /// <summary>The path of an argument.</summary>
    public static PropertyPath Input(string name) => new([new(ResourceDocument.Inputs), new(name)]);

    /// <summary>The changes of a step, of which the one at <paramref name="path" /> replaces the resource.</summary>
    public static ImmutableArray<PropertyChange> Apply(PropertyPath path, ResourceStep step)
    {
        if (step.AllChanges.Any(change => path.Contains(change.Path)))
        {
            return
            [
                .. step.AllChanges.Select(change =>
                    path.Contains(change.Path) ? change with { Effect = ChangeEffect.Replaces } : change
                ),
            ];
        }

        var value = path.Segments.Aggregate(
            (PlanValue?)ResourceDocument.ToDocument(step.New!),
            (part, at) => (part as PlanMap)?[at.Name!]
        );
        return value is null
            ? step.AllChanges
            : step.AllChanges.Add(new(path, value, value) { Effect = ChangeEffect.Replaces });
    }
}
