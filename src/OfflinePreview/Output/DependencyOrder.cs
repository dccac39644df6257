using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>Orders resources so that each comes after those it depends on, otherwise as the graph has them.</summary>
internal sealed class DependencyOrder
{
    private readonly Dictionary<string, ResourceState> _byUrn;
    private readonly ILookup<string?, ResourceState> _children;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<ResourceState> _ordered = [];

    private DependencyOrder(StackGraph graph)
    {
        _byUrn = graph.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        _children = graph.Resources.ToLookup(resource => resource.Parent, StringComparer.Ordinal);
    }

    /// <summary>All resources of a graph; who depends on a component depends on all that is below it.</summary>
    public static List<ResourceState> Sort(StackGraph graph)
    {
        var order = new DependencyOrder(graph);
        foreach (var resource in graph.Resources)
        {
            order.Visit(resource);
        }

        return order._ordered;
    }

    private void Visit(ResourceState resource)
    {
        if (!_seen.Add(resource.Urn))
        {
            return;
        }

        foreach (var needed in resource.DependsOn)
        {
            VisitWithAllBelow(needed);
        }

        _ordered.Add(resource);
    }

    private void VisitWithAllBelow(string urn)
    {
        if (!_byUrn.TryGetValue(urn, out var resource))
        {
            return;
        }

        Visit(resource);
        foreach (var child in _children[urn])
        {
            VisitWithAllBelow(child.Urn);
        }
    }
}
