using Infra.Model.Tpu;
using Infra.Resources.Pods;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.Servings;

/// <summary>A pod that asks a serving something from inside the cluster, once, and can do nothing else.</summary>
internal static class ClientPod
{
    /// <summary>The pod of one container.</summary>
    /// <remarks>A cluster that exists may have TPU nodes without a taint, so that having no toleration is not enough to stay off them.</remarks>
    public static PodSpecArgs Create(ContainerArgs container)
    {
        container.SecurityContext = RestrictedSecurityContext.ForContainer();
        container.TerminationMessagePolicy = "FallbackToLogsOnError";
        return new()
        {
            RestartPolicy = "Never",
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            SecurityContext = RestrictedSecurityContext.ForPod(),
            Affinity = new AffinityArgs { NodeAffinity = AvoidTpuNodesAffinity() },
            Containers = { container },
        };
    }

    /// <summary>Does not count a pod that was evicted or preempted: its end says nothing about the serving or the client.</summary>
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
