using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Sorts resources in the order of registration: each after its dependencies, provider, parent, and what it is replaced with.</summary>
internal sealed class RegistrationOrder
{
    private readonly Dictionary<string, ResourceState> _waiting;
    private readonly List<ResourceState> _ordered = [];

    private RegistrationOrder(StackGraph graph) =>
        _waiting = graph.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);

    /// <summary>All resources of a graph; independent ones in the order of their URNs.</summary>
    public static IReadOnlyList<ResourceState> Sort(StackGraph graph)
    {
        var order = new RegistrationOrder(graph);
        foreach (var resource in graph.Resources)
        {
            order.Add(resource);
        }

        return order._ordered;
    }

    private void Add(ResourceState resource)
    {
        if (!_waiting.Remove(resource.Urn))
        {
            return;
        }

        foreach (var urn in Awaited(resource))
        {
            if (_waiting.TryGetValue(urn, out var awaited))
            {
                Add(awaited);
            }
        }

        _ordered.Add(resource);
    }

    private static IEnumerable<string> Awaited(ResourceState resource) =>
        [
            .. resource.DependsOn,
            .. new[] { resource.Provider, resource.Parent }.OfType<string>(),
            .. ResourceOption.Holders(resource),
        ];
}
