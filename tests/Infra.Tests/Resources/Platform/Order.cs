using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

/// <summary>Which resources wait for which, as the engine sees it.</summary>
/// <remarks>
/// A resource waits for what it depends on, for its provider, and for its parent, which waits for what that depends on. Who depends on a
/// component depends on everything in it.
/// </remarks>
internal sealed class Order
{
    private readonly Dictionary<string, ResourceNode> _nodes;
    private readonly ILookup<string?, string> _children;

    public Order(StackGraph graph)
    {
        _nodes = graph.Resources.ToDictionary(node => node.Urn, StringComparer.Ordinal);
        _children = graph.Resources.ToLookup(node => node.Parent, node => node.Urn);
    }

    /// <summary>Everything that a resource waits for.</summary>
    public IReadOnlySet<string> WaitsFor(ResourceNode node)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(Direct(node.Urn));
        while (open.TryDequeue(out var urn))
        {
            if (found.Add(urn))
            {
                foreach (var next in Direct(urn))
                {
                    open.Enqueue(next);
                }
            }
        }

        return found;
    }

    /// <summary>Fails unless each of <paramref name="later"/> waits for each of <paramref name="earlier"/>.</summary>
    public void Holds(IEnumerable<ResourceNode> earlier, IEnumerable<ResourceNode> later)
    {
        var (before, after) = (earlier.ToList(), later.ToList());
        Assert.NotEmpty(before);
        Assert.NotEmpty(after);
        foreach (var node in after)
        {
            var waitsFor = WaitsFor(node);
            Assert.All(
                before,
                one => Assert.True(waitsFor.Contains(one.Urn), $"{node.Name} does not wait for {one.Name}")
            );
        }
    }

    private IEnumerable<string> Direct(string urn)
    {
        var node = _nodes[urn];
        var around = new[] { node.Parent, node.Provider }.OfType<string>();
        return node.DependsOn.SelectMany(WithChildren).Concat(around);
    }

    private IEnumerable<string> WithChildren(string urn) => _children[urn].SelectMany(WithChildren).Prepend(urn);
}
