using System.Text.Json.Nodes;

namespace Engine.Tests.Protocol;

/// <summary>What the program sends to have a resource registered, with the names of <c>RegisterResourceRequest</c>.</summary>
internal sealed record Registration(string Type, string Name)
{
    public string Parent { get; init; } = "";

    public bool Custom { get; init; }

    public bool Remote { get; init; }

    public JsonObject Object { get; init; } = [];

    public string Provider { get; init; } = "";

    public Dictionary<string, string> Providers { get; init; } = [];

    public List<string> Dependencies { get; init; } = [];

    public Dictionary<string, PropertyDependencies> PropertyDependencies { get; init; } = [];

    public string DeletedWith { get; init; } = "";

    public List<string> ReplaceWith { get; init; } = [];

    public List<Callback> Transforms { get; init; } = [];

    public HookNames Hooks { get; init; } = new();

    /// <summary>The package of the type token: <c>gcp</c> of <c>gcp:storage/bucket:Bucket</c>.</summary>
    public string Package => Type.Split(':')[0];

    /// <summary>The package that a provider resource provides; null for any other resource.</summary>
    public string? ProvidedPackage =>
        Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) ? Type.Split(':')[2] : null;

    /// <summary>Everything that the engine has to know before it can take this resource.</summary>
    public IEnumerable<Reference> References =>
        new[] { Parent, DeletedWith }
            .Concat(Dependencies)
            .Concat(ReplaceWith)
            .Concat(PropertyDependencies.Values.SelectMany(one => one.Urns))
            .Where(urn => urn.Length > 0)
            .Select(urn => new Reference(urn))
            .Concat(ProviderReferences);

    /// <summary>The providers that it names.</summary>
    public IEnumerable<Reference> ProviderReferences =>
        Providers.Values.Append(Provider).Where(text => text.Length > 0).Select(Reference.ToProvider);
}

/// <summary>The resources that one argument depends on.</summary>
internal sealed record PropertyDependencies
{
    public List<string> Urns { get; init; } = [];
}

/// <summary>A function in the program that the engine can call.</summary>
internal sealed record Callback(string Target, string Token);

/// <summary>The names of the hooks of a resource.</summary>
internal sealed record HookNames
{
    public List<string> OnError { get; init; } = [];
}
