using Infra.Model.Servings;
using Infra.Resources.LeaderWorkerSets;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace Infra.Resources.Servings;

/// <summary>Keeps the pods of a serving from being evicted.</summary>
/// <remarks>
/// One for all groups, since evictions are judged pod by pod and a group is worth nothing without any of its pods. Pods that are not ready
/// may be evicted all the same: a group that never starts must not hold up the nodes' upgrade. Source: Kubernetes, "Disruptions".
/// </remarks>
internal static class ServingDisruptionBudget
{
    /// <summary>The budget.</summary>
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
