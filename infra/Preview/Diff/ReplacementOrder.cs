using Infra.Preview.Graph;
using Infra.Preview.Output;

namespace Infra.Preview.Diff;

/// <summary>Whether the former resource goes before or after the new one is there.</summary>
internal static class ReplacementOrder
{
    /// <summary>Whether it is deleted first: the program says so, or both have the name that the program gave.</summary>
    /// <remarks>Source: <c>deleteBeforeReplace</c> in pulumi-kubernetes and in pulumi-terraform-bridge.</remarks>
    public static bool DeletesFirst(ResourceStep step) =>
        step.New!.Options["deleteBeforeReplace"] is PlanBool asked
            ? asked.Value
            : ProviderFacts.NameOf(step.New.Type) is { } name
                && Named(step.New, name) is { } given
                && given.Equals(Named(step.Old!, name))
                && Equals(
                    step.Old!.Inputs.Find("metadata", "namespace"),
                    step.New.Inputs.Find("metadata", "namespace")
                );

    private static PlanValue? Named(ResourceNode node, string name) => node.Inputs.Find(name.Split('.'));
}
