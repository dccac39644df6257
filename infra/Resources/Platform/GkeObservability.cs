using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>What a cluster tells of itself and of its pods.</summary>
internal static class GkeObservability
{
    /// <summary>Logs of the system and of every pod.</summary>
    public static ClusterLoggingConfigArgs CreateLoggingConfig() =>
        new() { EnableComponents = { "SYSTEM_COMPONENTS", "WORKLOADS" } };

    /// <summary>Metrics of the system, of kubelets and of the state of pods, and Prometheus to collect the servings' own.</summary>
    /// <remarks>
    /// In the order in which GKE answers: the provider compares it. Source: hashicorp/terraform-provider-google#27247, and what is seen in
    /// terraform-google-kubernetes-engine#2584 and cluster-toolkit#6331.
    /// </remarks>
    public static ClusterMonitoringConfigArgs CreateMonitoringConfig() =>
        new()
        {
            EnableComponents =
            {
                "SYSTEM_COMPONENTS",
                "STORAGE",
                "POD",
                "DEPLOYMENT",
                "STATEFULSET",
                "CADVISOR",
                "KUBELET",
            },
            ManagedPrometheus = new ClusterMonitoringConfigManagedPrometheusArgs { Enabled = true },
        };
}
