using Infra.Tpu;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.JetStream;

/// <summary>A pod that asks a serving something from inside the cluster, once, and can do nothing else.</summary>
internal static class ClientPod
{
    private const int Nobody = 65_532;

    /// <summary>The pod of one container.</summary>
    /// <remarks>A cluster that exists may have TPU nodes without a taint, so that having no toleration is not enough to stay off them.</remarks>
    public static PodSpecArgs Of(ContainerArgs container)
    {
        container.SecurityContext = new SecurityContextArgs
        {
            AllowPrivilegeEscalation = false,
            ReadOnlyRootFilesystem = true,
            Capabilities = new CapabilitiesArgs { Drop = { "ALL" } },
        };
        return new()
        {
            RestartPolicy = "Never",
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            SecurityContext = new PodSecurityContextArgs
            {
                RunAsNonRoot = true,
                RunAsUser = Nobody,
                RunAsGroup = Nobody,
                SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
            },
            Affinity = new AffinityArgs { NodeAffinity = NoChips() },
            Containers = { container },
        };
    }

    /// <summary>Does not count a pod that was evicted or preempted: its end says nothing about the serving or the client.</summary>
    public static PodFailurePolicyRuleArgs OnceMoreAfterADisruption() =>
        new()
        {
            Action = "Ignore",
            OnPodConditions =
            {
                new PodFailurePolicyOnPodConditionsPatternArgs { Type = "DisruptionTarget", Status = "True" },
            },
        };

    private static NodeAffinityArgs NoChips() =>
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
