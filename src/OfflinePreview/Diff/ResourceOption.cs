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
    internal static bool? DeleteBeforeReplace(ResourceNode node) =>
        (node.Options["deleteBeforeReplace"] as PlanBool)?.Value;

    /// <summary>Whether the resource exists outside the stack and is only read.</summary>
    public static bool IsRead(ResourceNode node) => node.Options["id"] is not null;

    /// <summary>Whether the resource is kept where it exists when Pulumi no longer manages it.</summary>
    public static bool IsRetained(ResourceNode node) => node.Options["retainOnDelete"].IsTrue();

    /// <summary>The URNs of the resources whose deletion or replacement takes this one along.</summary>
    public static IEnumerable<string> Holders(ResourceNode node) =>
        [.. Urns(node, DeletedWith), .. Urns(node, ReplaceWith)];

    /// <summary>The URNs that an option names.</summary>
    internal static IEnumerable<string> Urns(ResourceNode node, string option) =>
        node.Options[option] is PlanString { Literal: { } urn } ? [urn] : node.Options[option].KnownStrings();
}
