using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>The steps of an update from one graph to another.</summary>
/// <param name="Before">The graph before; empty when nothing exists.</param>
/// <param name="After">The graph after.</param>
/// <param name="Steps">One step for each resource of either graph, sorted by URN (ordinal).</param>
public sealed record GraphDiff(StackGraph Before, StackGraph After, ImmutableArray<ResourceStep> Steps)
{
    /// <summary>Whether an update does anything that Pulumi counts as a change.</summary>
    public bool HasChanges => Steps.Any(step => step.IsChange);

    /// <summary>Compares two graphs.</summary>
    /// <param name="before">The graph of what exists; null when nothing does.</param>
    /// <param name="after">The desired graph.</param>
    public static GraphDiff Compare(StackGraph? before, StackGraph after)
    {
        var start = before ?? new StackGraph(after.Project, after.Stack, []);
        return new(start, after, StepPlanner.Plan(start, after));
    }

    /// <summary>Computes the resulting graph from the former one and the steps alone.</summary>
    public StackGraph ApplyTo(StackGraph before)
    {
        var old = before.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var resources =
            from step in Steps
            where step.New is not null
            select step.Old is null
                ? step.New
                : ResourceDocument.FromDocument(
                    (PlanMap)ValuePatch.Apply(ResourceDocument.ToDocument(old[step.Old.Urn]), step.AllChanges)
                );
        return new(
            After.Project,
            After.Stack,
            [.. resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal)]
        );
    }
}
