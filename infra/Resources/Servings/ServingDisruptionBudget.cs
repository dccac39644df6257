using Infra.Model.Servings;
using Infra.Resources.LeaderWorkerSets;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace Infra.Resources.Servings;

/// <summary>Creates the PodDisruptionBudget that protects the pods of a serving from eviction.</summary>
/// <remarks>
/// One budget covers all groups: evictions are decided per pod, and a group does not work without any one of its pods. Pods that are not
/// ready may be evicted, so that a group that never starts does not block node upgrades. Source: Kubernetes, "Disruptions".
/// </remarks>
internal static class ServingDisruptionBudget
{
    /// <summary>Creates the arguments of the budget.</summary>
    public static PodDisruptionBudgetArgs Create(Serving serving) =>
        new()
        {
            Metadata = ObjectMetadata.Create(serving, serving.Name),
            Spec = new PodDisruptionBudgetSpecArgs
            {
                MaxUnavailable = 0,
                Selector = new LabelSelectorArgs { MatchLabels = { [LeaderWorkerSetLabel.SetName] = serving.Name } },
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
            },
        };
}
