using System.Collections.Concurrent;
using System.Collections.Immutable;
using OfflinePreview.Graph;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>URNs, parents and inherited providers, by the engine's rules.</summary>
/// <remarks>A resource is added when it is constructed: after its parent and whatever else it names.</remarks>
internal sealed class ResourceTree(string project, string stack)
{
    private readonly ConcurrentDictionary<Resource, Entry> _entries = new();

    private volatile Resource? _root;

    /// <summary>Adds a resource; the stack's own comes first.</summary>
    public void Add(RecordedResource resource)
    {
        _root ??= resource.Resource as Stack;
        var parent = resource.Options.Parent;
        var chain = parent is null or Stack ? resource.Type : $"{GetChain(parent)}${resource.Type}";
        var urn = $"urn:pulumi:{stack}::{project}::{chain}::{resource.Name}";
        _entries.TryAdd(resource.Resource, new(resource.Options, resource.Transforms, chain, urn));
    }

    /// <summary>The URN; null for a resource that is not part of the stack.</summary>
    public string? GetUrn(Resource? resource) =>
        resource is not null && _entries.TryGetValue(resource, out var entry) ? entry.Urn : null;

    /// <summary>The URN of the parent; null for the stack's own resource.</summary>
    public string? GetParent(RecordedResource resource) =>
        resource.Resource == _root ? null : GetUrn(resource.Options.Parent ?? _root);

    /// <summary>The explicit provider of a resource; null for the default one, and for the program's own components.</summary>
    /// <remarks>
    /// A custom resource inherits the provider of its package. A remote component does not: the SDK sends what the component's own options
    /// name, and its local parents send the engine nothing to inherit. Source: <c>Resource</c> and <c>PrepareResourceAsync</c> in
    /// pulumi-dotnet, <c>inheritFromParent</c> in the Pulumi engine.
    /// </remarks>
    public ProviderResource? GetProvider(RecordedResource resource) =>
        resource.Kind switch
        {
            ResourceKind.Custom => resource.Options.Provider
                ?? Inherited(resource.Options.Parent, GetPackage(resource.Type)),
            ResourceKind.RemoteComponent => FindProvider(resource.Options, GetPackage(resource.Type)),
            _ => null,
        };

    /// <summary>The resources from one up to the topmost that it is below, the stack's own left out.</summary>
    public IEnumerable<Resource> Ancestors(Resource resource)
    {
        for (var next = resource; next is not (null or Stack); next = _entries[next].Options.Parent)
        {
            yield return next;
        }
    }

    /// <summary>The options of a resource that was added.</summary>
    public ResourceOptions GetOptions(Resource resource) => _entries[resource].Options;

    /// <summary>The transforms that a resource that was added carries.</summary>
    public ImmutableArray<ResourceTransform> GetTransforms(Resource resource) => _entries[resource].Transforms;

    private string GetChain(Resource parent) =>
        _entries.TryGetValue(parent, out var entry) ? entry.Chain : parent.GetResourceType();

    private ProviderResource? Inherited(Resource? parent, string? package) =>
        package is null || parent is null || !_entries.TryGetValue(parent, out var entry)
            ? null
            : FindProvider(entry.Options, package) ?? Inherited(entry.Options.Parent, package);

    private static ProviderResource? FindProvider(ResourceOptions options, string? package)
    {
        List<ProviderResource> offered = options switch
        {
            ComponentResourceOptions { Providers: { Count: > 0 } providers } => providers,
            { Provider: { } provider } => [provider],
            _ => [],
        };
        return package is null ? null : offered.LastOrDefault(provider => Serves(provider, package));
    }

    private static bool Serves(ProviderResource provider, string package) =>
        string.Equals(provider.GetResourceType(), $"pulumi:providers:{package}", StringComparison.Ordinal);

    private static string? GetPackage(string type) => type.Split(':') is [var package, _, _] ? package : null;

    /// <summary>A resource in the tree.</summary>
    /// <param name="Options">Its options.</param>
    /// <param name="Transforms">Its transforms.</param>
    /// <param name="Chain">The types from the topmost parent down to its own.</param>
    /// <param name="Urn">Its URN.</param>
    private sealed record Entry(
        ResourceOptions Options,
        ImmutableArray<ResourceTransform> Transforms,
        string Chain,
        string Urn
    );
}
