using System.Collections.Frozen;
using Infra.Preview.Graph;

namespace Infra.Preview.Diff;

/// <summary>Whether the former resource goes before or after the new one is there.</summary>
internal static class ReplacementOrder
{
    /// <summary>The types that Google Cloud's provider always deletes first: an old member's deletion would take the new one's role.</summary>
    /// <remarks>Source: <c>DeleteBeforeReplace</c> in provider/resources.go of pulumi-gcp 9.35.0.</remarks>
    private static readonly FrozenSet<string> AlwaysFirst = FrozenSet.Create(
        StringComparer.Ordinal,
        "gcp:projects/iAMMember:IAMMember"
    );

    /// <summary>Whether it is deleted first: the program says so, or the provider cannot have both because of a name that the program gave.</summary>
    /// <remarks>
    /// Google Cloud's provider asks for it wherever the name was given, even where that changes; Kubernetes' where it stays the same.
    /// Source: <c>nameRequiresDeleteBeforeReplace</c> in pulumi-terraform-bridge, <c>deleteBeforeReplace</c> in pulumi-kubernetes.
    /// </remarks>
    public static bool DeletesFirst(ResourceStep step) =>
        ResourceOption.DeleteBeforeReplace(step.New!)
        ?? (
            AlwaysFirst.Contains(step.New!.Type)
            || ProviderFacts.NameOf(step.New.Type) is { } name && IsGiven(name, step)
        );

    private static bool IsGiven(string name, ResourceStep step) =>
        Argument(step.New!, name) is { } given
        && (
            !step.New!.Type.StartsWith("kubernetes:", StringComparison.Ordinal)
            || given.Equals(Argument(step.Old!, name))
                && Equals(Argument(step.Old!, "metadata.namespace"), Argument(step.New, "metadata.namespace"))
        );

    private static PlanValue? Argument(ResourceNode node, string path) =>
        path.Split('.').Aggregate((PlanValue?)node.Inputs, (value, key) => (value as PlanMap)?[key]);
}
