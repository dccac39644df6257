using Infra.Model.Tpu;
using Infra.Resources.Pods;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.Servings;

/// <summary>A pod without privileges that sends requests to a serving.</summary>
internal static class ClientPod
{
    /// <summary>Creates the specification of a pod with one container.</summary>
    /// <remarks>TPU nodes of an existing cluster may have no taint, so that an affinity is needed to avoid them.</remarks>
    public static PodSpecArgs Create(ContainerArgs container)
    {
        container.SecurityContext = RestrictedSecurityContext.CreateContainerContext();
        container.TerminationMessagePolicy = "FallbackToLogsOnError";
        return new()
        {
            RestartPolicy = "Never",
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            SecurityContext = RestrictedSecurityContext.CreatePodContext(),
            Affinity = new AffinityArgs { NodeAffinity = AvoidTpuNodesAffinity() },
            Containers = { container },
        };
    }

    /// <summary>Does not count evicted or preempted pods as failures.</summary>
    public static PodFailurePolicyRuleArgs IgnoreDisruptionTarget() =>
        new()
        {
            Action = "Ignore",
            OnPodConditions =
            {
                new PodFailurePolicyOnPodConditionsPatternArgs { Type = "DisruptionTarget", Status = "True" },
            },
        };

    private static NodeAffinityArgs AvoidTpuNodesAffinity() =>
        new()
        {
            RequiredDuringSchedulingIgnoredDuringExecution = new NodeSelectorArgs
            {
                NodeSelectorTerms =
                {
                    new NodeSelectorTermArgs
                    {
                        MatchExpressions =
                        {
                            new NodeSelectorRequirementArgs { Key = NodeLabel.Accelerator, Operator = "DoesNotExist" },
                        },
                    },
                },
            },
        };
}
