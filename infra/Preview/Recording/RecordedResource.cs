using System.Collections.Immutable;
using Infra.Preview.Graph;
using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>A resource as the program constructed it.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Arguments">Its arguments, raw.</param>
/// <param name="Options">Its options, before anything is inherited.</param>
/// <param name="Transforms">The transforms that the engine applies to it and to everything below it.</param>
internal sealed record RecordedResource(
    Resource Resource,
    ResourceArgs Arguments,
    ResourceOptions Options,
    ImmutableArray<ResourceTransform> Transforms
)
{
    /// <summary>The type token.</summary>
    public string Type => Resource.GetResourceType();

    /// <summary>The logical name.</summary>
    public string Name => Resource.GetResourceName();

    /// <summary>Who registers it.</summary>
    /// <remarks>
    /// The generated SDKs mark the class of each type that a provider serves with an attribute; a component among them is constructed by
    /// the provider.
    /// </remarks>
    public ResourceKind Kind { get; } =
        Resource is CustomResource ? ResourceKind.Custom
        : Resource.GetType().IsDefined(typeof(ResourceTypeAttribute), inherit: true) ? ResourceKind.RemoteComponent
        : ResourceKind.Component;
}
