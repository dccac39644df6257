using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Reads the options of resources that steps depend on.</summary>
internal static class ResourceOption
{
    /// <summary>The resources that this one is replaced with.</summary>
    public const string ReplaceWith = "replaceWith";

    /// <summary>The resource whose deletion makes that of this one needless.</summary>
    public const string DeletedWith = "deletedWith";

    /// <summary>Whether the program asks for the former resource to be deleted first; null where it leaves that to the provider.</summary>
    public static bool? DeleteBeforeReplace(ResourceNode node) =>
        (node.Options["deleteBeforeReplace"] as PlanBool)?.Value;

    /// <summary>Whether the resource exists outside the stack and is only read.</summary>
    public static bool IsRead(ResourceNode node) => node.Options["id"] is not null;

    /// <summary>The URNs that an option names.</summary>
    public static IEnumerable<string> Urns(ResourceNode node, string option) =>
        node.Options[option] switch
        {
            PlanText { Literal: { } urn } => [urn],
            PlanList urns => urns.Items.OfType<PlanText>().Select(urn => urn.Literal).OfType<string>(),
            _ => [],
        };
}
