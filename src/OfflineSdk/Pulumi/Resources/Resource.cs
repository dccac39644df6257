using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Pulumi.Serialization;

namespace Pulumi;

public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly bool? _protect;
    private readonly ImmutableArray<ResourceTransformation> _transformations;
    private readonly IReadOnlyDictionary<string, ProviderResource> _providers;

    private protected Resource(
        string type,
        string name,
        bool custom,
        ResourceArgs args,
        ResourceOptions options,
        bool remote = false
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        _type = type;
        _name = name;
        var deployment = Deployment.Instance;
        var outputs = InitializeOutputs(custom || remote);
        var parent = type == Stack.TypeName ? null : options.Parent ?? deployment.Stack;

        _transformations = [.. options.ResourceTransformations, .. parent?._transformations ?? []];
        (args, options) = Transform(args, options);
        options = options.Clone();
        options.Protect ??= options.Parent?._protect;
        _protect = options.Protect;
        _providers = GetProviders(custom, options);
        if (custom)
        {
            options.Provider ??= options.Parent?.GetProvider(type);
        }

        deployment.Register(this, args, options, outputs);
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    /// <summary>The provider that children use for the package of <paramref name="token"/>.</summary>
    internal ProviderResource? GetProvider(string token) =>
        token.Split(':') is [var package, _, _] ? _providers.GetValueOrDefault(package) : null;

    private Dictionary<string, IOutputCompletion> InitializeOutputs(bool all)
    {
        var completions = new Dictionary<string, IOutputCompletion>(StringComparer.Ordinal);
        foreach (var output in OutputProperty.GetAll(all ? GetType() : typeof(Resource)))
        {
            completions.Add(output.Name, output.Initialize(this));
        }

        return completions;
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in _transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is not { } result)
            {
                continue;
            }

            if (result.Options.Parent != options.Parent)
            {
                throw new ArgumentException("A transformation cannot change the parent of a resource.");
            }

            (args, options) = (result.Args, result.Options);
        }

        return (args, options);
    }

    private IReadOnlyDictionary<string, ProviderResource> GetProviders(bool custom, ResourceOptions options)
    {
        var all = options.Parent?._providers ?? ReadOnlyDictionary<string, ProviderResource>.Empty;
        var listed = (options as ComponentResourceOptions)?.Providers ?? [];
        if (options.Provider is not { } provider)
        {
            foreach (var item in listed)
            {
                all = With(all, item.Package, item);
            }

            return all;
        }

        if (listed.Count > 0)
        {
            throw new ResourceException("Do not supply both 'provider' and 'providers' options.", options.Parent);
        }

        var package = custom
            ? _type.Split(':') is [var own, _, _]
                ? own
                : null
            : provider.Package;
        return package is null ? all : With(all, package, provider);
    }

    private static Dictionary<string, ProviderResource> With(
        IReadOnlyDictionary<string, ProviderResource> providers,
        string package,
        ProviderResource provider
    ) => new(providers, StringComparer.Ordinal) { [package] = provider };
}
