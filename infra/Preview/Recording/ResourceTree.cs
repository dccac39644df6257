using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Who belongs to whom: URNs and inherited providers, by the engine's rules.</summary>
internal sealed class ResourceTree
{
    private readonly string project;
    private readonly string stack;
    private readonly Resource root;
    private readonly Dictionary<Resource, RecordedResource> recorded;

    /// <summary>Makes the tree of <paramref name="resources"/> below the stack's own resource.</summary>
    public ResourceTree(string project, string stack, Stack root, IEnumerable<RecordedResource> resources)
    {
        (this.project, this.stack, this.root) = (project, stack, root);
        recorded = resources.ToDictionary(resource => resource.Resource);
    }

    /// <summary>The URN; null for a resource that is not part of the stack.</summary>
    public string? UrnOf(Resource? resource) =>
        resource is not null && (resource == root || recorded.ContainsKey(resource))
            ? $"urn:pulumi:{stack}::{project}::{TypeChain(resource)}::{resource.GetResourceName()}"
            : null;

    /// <summary>The parent; null for the stack's own resource.</summary>
    public Resource? ParentOf(Resource resource) =>
        resource == root ? null : recorded.GetValueOrDefault(resource)?.Options.Parent ?? root;

    /// <summary>The explicit provider of a resource, its own or inherited; null for the default one.</summary>
    /// <remarks>A component has one when its type belongs to a provider's package: the provider then constructs it.</remarks>
    public ProviderResource? ProviderOf(RecordedResource resource) =>
        resource is { Resource: CustomResource, Options.Provider: { } own }
            ? own
            : Inherited(resource.Resource, PackageOf(resource.Type));

    private string TypeChain(Resource resource)
    {
        var type = resource.GetResourceType();
        var parent = ParentOf(resource);
        return parent is null or Stack ? type : $"{TypeChain(parent)}${type}";
    }

    private ProviderResource? Inherited(Resource? parent, string? package) =>
        package is null || parent is null || !recorded.TryGetValue(parent, out var found)
            ? null
            : Offered(found).LastOrDefault(provider => Serves(provider, package))
                ?? Inherited(found.Options.Parent, package);

    private static List<ProviderResource> Offered(RecordedResource resource) =>
        resource switch
        {
            { Options: ComponentResourceOptions { Providers: { Count: > 0 } providers } } => providers,
            { Options.Provider: { } provider } => [provider],
            _ => [],
        };

    private static bool Serves(ProviderResource provider, string package) =>
        string.Equals(provider.GetResourceType(), $"pulumi:providers:{package}", StringComparison.Ordinal);

    private static string? PackageOf(string type) => type.Split(':') is [var package, _, _] ? package : null;
}
