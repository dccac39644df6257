using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>A resource as the program constructed it.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Arguments">Its arguments, raw.</param>
/// <param name="Options">Its options, before anything is inherited.</param>
internal sealed record RecordedResource(Resource Resource, ResourceArgs Arguments, ResourceOptions Options)
{
    /// <summary>The type token.</summary>
    public string Type => Resource.GetResourceType();

    /// <summary>The logical name.</summary>
    public string Name => Resource.GetResourceName();
}
