using System.Collections.Concurrent;
using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Who belongs to whom: URNs and inherited providers, by the engine's rules.</summary>
/// <remarks>A resource is added when it is constructed: after its parent and whatever else it names.</remarks>
internal sealed class ResourceTree(string project, string stack)
{
    private readonly ConcurrentDictionary<Resource, Place> _places = new();

    private volatile Resource? _root;

    /// <summary>Adds a resource; the stack's own comes first.</summary>
    public void Add(RecordedResource resource)
    {
        _root ??= resource.Resource as Stack;
        var parent = resource.Options.Parent;
        var chain = parent is null or Stack ? resource.Type : $"{ChainOf(parent)}${resource.Type}";
        var urn = $"urn:pulumi:{stack}::{project}::{chain}::{resource.Name}";
        _places.TryAdd(resource.Resource, new(resource.Options, chain, urn));
    }

    /// <summary>The URN; null for a resource that is not part of the stack.</summary>
    public string? UrnOf(Resource? resource) =>
        resource is not null && _places.TryGetValue(resource, out var place) ? place.Urn : null;

    /// <summary>The URN of the parent; null for the stack's own resource.</summary>
    public string? ParentOf(RecordedResource resource) =>
        resource.Resource == _root ? null : UrnOf(resource.Options.Parent ?? _root);

    /// <summary>The explicit provider of a resource, its own or inherited; null for the default one.</summary>
    /// <remarks>A component has one when its type belongs to a provider's package: the provider then constructs it.</remarks>
    public ProviderResource? ProviderOf(RecordedResource resource) =>
        resource is { Resource: CustomResource, Options.Provider: { } own }
            ? own
            : Inherited(resource.Resource, PackageOf(resource.Type));

    private string ChainOf(Resource parent) =>
        _places.TryGetValue(parent, out var place) ? place.Chain : parent.GetResourceType();

    private ProviderResource? Inherited(Resource? parent, string? package) =>
        package is null || parent is null || !_places.TryGetValue(parent, out var place)
            ? null
            : Offered(place.Options).LastOrDefault(provider => Serves(provider, package))
                ?? Inherited(place.Options.Parent, package);

    private static List<ProviderResource> Offered(ResourceOptions options) =>
        options switch
        {
            ComponentResourceOptions { Providers: { Count: > 0 } providers } => providers,
            { Provider: { } provider } => [provider],
            _ => [],
        };

    private static bool Serves(ProviderResource provider, string package) =>
        string.Equals(provider.GetResourceType(), $"pulumi:providers:{package}", StringComparison.Ordinal);

    private static string? PackageOf(string type) => type.Split(':') is [var package, _, _] ? package : null;

    /// <summary>Where a resource stands.</summary>
    /// <param name="Options">Its options.</param>
    /// <param name="Chain">The types from the topmost parent down to its own.</param>
    /// <param name="Urn">Its URN.</param>
    private sealed record Place(ResourceOptions Options, string Chain, string Urn);
}
