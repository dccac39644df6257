using System.Collections.Immutable;
using OfflinePreview.Graph;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>A resource as the program constructed it.</summary>
/// <param name="resource">The resource.</param>
/// <param name="arguments">Its arguments, raw.</param>
/// <param name="options">Its options, before anything is inherited.</param>
/// <param name="transforms">The transforms that the engine applies to it and to everything below it.</param>
internal sealed class RecordedResource(
    Resource resource,
    ResourceArgs arguments,
    ResourceOptions options,
    ImmutableArray<ResourceTransform> transforms
)
{
    private ResourceArgs? _arguments = arguments;
    private PlannedArguments? _planned;

    /// <summary>The resource.</summary>
    public Resource Resource { get; } = resource;

    /// <summary>Its options, before anything is inherited.</summary>
    public ResourceOptions Options { get; } = options;

    /// <summary>The transforms that the engine applies to it and to everything below it.</summary>
    public ImmutableArray<ResourceTransform> Transforms { get; } = transforms;

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
        resource is CustomResource ? ResourceKind.Custom
        : resource.GetType().IsDefined(typeof(ResourceTypeAttribute), inherit: true) ? ResourceKind.RemoteComponent
        : ResourceKind.Component;

    /// <summary>Whether another resource has the same type and name, below another parent.</summary>
    public bool HasDuplicateName { get; set; }

    /// <summary>The arguments as a plan shows them. They are read once and then released, to save memory.</summary>
    public PlannedArguments Read(Func<ResourceArgs, PlannedArguments> read)
    {
        if (_arguments is not null)
        {
            _planned = read(_arguments);
            _arguments = null;
        }

        return _planned!;
    }
}

/// <summary>The arguments of a resource as a plan shows them.</summary>
/// <param name="Inputs">The arguments.</param>
/// <param name="Dependencies">The URNs of the resources that they use.</param>
/// <param name="PropertyDependencies">The same for each argument, by its name.</param>
internal sealed record PlannedArguments(
    PlanMap Inputs,
    ImmutableArray<string> Dependencies,
    PlanMap PropertyDependencies
);
