using Infra.Preview.Graph;

namespace Infra.Preview.Diff;

/// <summary>Whether the former resource goes before or after the new one is there.</summary>
internal static class ReplacementOrder
{
    private const string Namespace = "metadata.namespace";

    /// <summary>Whether it is deleted first: the program says so, or both have the name that the program gave.</summary>
    /// <remarks>Source: <c>deleteBeforeReplace</c> in pulumi-kubernetes and in pulumi-terraform-bridge.</remarks>
    public static bool DeletesFirst(ResourceStep step) =>
        step.New!.Options["deleteBeforeReplace"] is PlanBool asked
            ? asked.Value
            : ProviderFacts.NameOf(step.New.Type) is { } name
                && Argument(step.New, name) is { } given
                && given.Equals(Argument(step.Old!, name))
                && Equals(Argument(step.Old!, Namespace), Argument(step.New, Namespace));

    private static PlanValue? Argument(ResourceNode node, string path) =>
        path.Split('.').Aggregate((PlanValue?)node.Inputs, (value, key) => (value as PlanMap)?[key]);
}
