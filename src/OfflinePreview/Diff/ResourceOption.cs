using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Reads the options of resources that steps depend on.</summary>
public static class ResourceOption
{
    /// <summary>The resources that this one is replaced with.</summary>
    public const string ReplaceWith = "replaceWith";

    /// <summary>The resource whose deletion deletes this one too.</summary>
    public const string DeletedWith = "deletedWith";

    /// <summary>Whether Pulumi refuses to delete the resource.</summary>
    public const string Protect = "protect";

    /// <summary>Whether the program asks for the former resource to be deleted first; null where it leaves that to the provider.</summary>
    internal static bool? DeleteBeforeReplace(ResourceState resource) =>
        (resource.Options["deleteBeforeReplace"] as PlanBool)?.Value;

    /// <summary>Whether the resource exists outside the stack and is only read.</summary>
    public static bool IsRead(ResourceState resource) => resource.Options["id"] is not null;

    /// <summary>Whether the resource is kept where it exists when Pulumi no longer manages it.</summary>
    public static bool IsRetained(ResourceState resource) => resource.Options["retainOnDelete"].IsTrue();

    /// <summary>The URNs of the resources whose deletion or replacement takes this one along.</summary>
    public static IEnumerable<string> Holders(ResourceState resource) =>
        [.. Urns(resource, DeletedWith), .. Urns(resource, ReplaceWith)];

    /// <summary>The URNs that an option names.</summary>
    internal static IEnumerable<string> Urns(ResourceState resource, string option) =>
        resource.Options[option] is PlanString { Literal: { } urn } ? [urn] : resource.Options[option].KnownStrings();
}
