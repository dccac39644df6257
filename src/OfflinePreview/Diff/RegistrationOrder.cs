using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Sorts resources in the order of registration: each after its dependencies, provider, parent, and what it is replaced with.</summary>
internal sealed class RegistrationOrder
{
    private readonly Dictionary<string, ResourceNode> _waiting;
    private readonly List<ResourceNode> _ordered = [];

    private RegistrationOrder(StackGraph graph) =>
        _waiting = graph.Resources.ToDictionary(node => node.Urn, StringComparer.Ordinal);

    /// <summary>All resources of a graph; independent ones in the order of their URNs.</summary>
    public static IReadOnlyList<ResourceNode> Sort(StackGraph graph)
    {
        var order = new RegistrationOrder(graph);
        foreach (var node in graph.Resources)
        {
            order.Add(node);
        }

        return order._ordered;
    }

    private void Add(ResourceNode node)
    {
        if (!_waiting.Remove(node.Urn))
        {
            return;
        }

        foreach (var urn in Awaited(node))
        {
            if (_waiting.TryGetValue(urn, out var awaited))
            {
                Add(awaited);
            }
        }

        _ordered.Add(node);
    }

    private static IEnumerable<string> Awaited(ResourceNode node) =>
        [.. node.DependsOn, .. new[] { node.Provider, node.Parent }.OfType<string>(), .. ResourceOption.Holders(node)];
}
