using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Who belongs to whom: URNs and inherited providers, by the engine's rules.</summary>
internal sealed class ResourceTree
{
    private readonly string _project;
    private readonly string _stack;
    private readonly Resource _root;
    private readonly Dictionary<Resource, ResourceOptions> _options;
    private readonly Dictionary<Resource, string> _chains = [];

    /// <summary>Makes the tree of <paramref name="resources"/> below the stack's own resource.</summary>
    public ResourceTree(string project, string stack, Stack root, IEnumerable<RecordedResource> resources)
    {
        (_project, _stack, _root) = (project, stack, root);
        _options = resources.ToDictionary(resource => resource.Resource, resource => resource.Options);
    }

    /// <summary>The URN; null for a resource that is not part of the stack.</summary>
    public string? UrnOf(Resource? resource) =>
        resource is not null && (resource == _root || _options.ContainsKey(resource))
            ? $"urn:pulumi:{_stack}::{_project}::{TypeChain(resource)}::{resource.GetResourceName()}"
            : null;

    /// <summary>The parent; null for the stack's own resource.</summary>
    public Resource? ParentOf(Resource resource) =>
        resource == _root ? null : _options.GetValueOrDefault(resource)?.Parent ?? _root;

    /// <summary>The explicit provider of a resource, its own or inherited; null for the default one.</summary>
    /// <remarks>A component has one when its type belongs to a provider's package: the provider then constructs it.</remarks>
    public ProviderResource? ProviderOf(RecordedResource resource) =>
        resource is { Resource: CustomResource, Options.Provider: { } own }
            ? own
            : Inherited(resource.Resource, PackageOf(resource.Type));

    private string TypeChain(Resource resource)
    {
        if (!_chains.TryGetValue(resource, out var chain))
        {
            var type = resource.GetResourceType();
            var parent = ParentOf(resource);
            chain = parent is null or Stack ? type : $"{TypeChain(parent)}${type}";
            _chains.Add(resource, chain);
        }

        return chain;
    }

    private ProviderResource? Inherited(Resource? parent, string? package) =>
        package is null || parent is null || !_options.TryGetValue(parent, out var found)
            ? null
            : Offered(found).LastOrDefault(provider => Serves(provider, package)) ?? Inherited(found.Parent, package);

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
}
