using Infra.Preview.Graph;

namespace Infra.Preview.Output;

/// <summary>Orders resources so that each comes after those it depends on, otherwise as the graph has them.</summary>
internal static class DependencyOrder
{
    /// <summary>All resources of a graph; who depends on a component depends on all that is below it.</summary>
    public static List<ResourceNode> Of(StackGraph graph)
    {
        var byUrn = graph.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var children = graph.Resources.ToLookup(resource => resource.Parent, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ordered = new List<ResourceNode>();
        foreach (var resource in graph.Resources)
        {
            Visit(resource);
        }

        return ordered;

        void Visit(ResourceNode resource)
        {
            if (!seen.Add(resource.Urn))
            {
                return;
            }

            foreach (var needed in resource.DependsOn.SelectMany(WithAllBelow))
            {
                Visit(needed);
            }

            ordered.Add(resource);
        }

        IEnumerable<ResourceNode> WithAllBelow(string urn) =>
            byUrn.TryGetValue(urn, out var resource)
                ? children[urn].SelectMany(child => WithAllBelow(child.Urn)).Prepend(resource)
                : [];
    }
}
