using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

/// <summary>Which resources wait for which, as the engine sees it.</summary>
/// <remarks>
/// A resource waits for what it depends on, for its provider, and for its parent, which waits for what that depends on. Who depends on a
/// component depends on everything in it.
/// </remarks>
internal sealed class Order
{
    private readonly Dictionary<string, ResourceState> _resources;
    private readonly ILookup<string?, string> _children;

    public Order(StackGraph graph)
    {
        _resources = graph.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        _children = graph.Resources.ToLookup(resource => resource.Parent, resource => resource.Urn);
    }

    /// <summary>Everything that a resource waits for.</summary>
    public IReadOnlySet<string> WaitsFor(ResourceState resource)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(Direct(resource.Urn));
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
    public void Holds(IEnumerable<ResourceState> earlier, IEnumerable<ResourceState> later)
    {
        var (before, after) = (earlier.ToList(), later.ToList());
        Assert.NotEmpty(before);
        Assert.NotEmpty(after);
        foreach (var resource in after)
        {
            var waitsFor = WaitsFor(resource);
            Assert.All(
                before,
                one => Assert.True(waitsFor.Contains(one.Urn), $"{resource.Name} does not wait for {one.Name}")
            );
        }
    }

    private IEnumerable<string> Direct(string urn)
    {
        var resource = _resources[urn];
        var around = new[] { resource.Parent, resource.Provider }.OfType<string>();
        return resource.DependsOn.SelectMany(WithChildren).Concat(around);
    }

    private IEnumerable<string> WithChildren(string urn) => _children[urn].SelectMany(WithChildren).Prepend(urn);
}
