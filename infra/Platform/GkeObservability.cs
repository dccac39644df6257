using Pulumi.Gcp.Container.Inputs;

namespace Infra.Platform;

/// <summary>What a cluster tells of itself and of its pods.</summary>
internal static class GkeObservability
{
    /// <summary>Logs of the system and of every pod.</summary>
    public static ClusterLoggingConfigArgs Logging() =>
        new() { EnableComponents = { "SYSTEM_COMPONENTS", "WORKLOADS" } };

    /// <summary>Metrics of the system, of kubelets and of the state of pods, and Prometheus to collect the servings' own.</summary>
    public static ClusterMonitoringConfigArgs Monitoring() =>
        new()
        {
            EnableComponents =
            {
                "SYSTEM_COMPONENTS",
                "STORAGE",
                "POD",
                "STATEFULSET",
                "DEPLOYMENT",
                "KUBELET",
                "CADVISOR",
            },
            ManagedPrometheus = new ClusterMonitoringConfigManagedPrometheusArgs { Enabled = true },
        };
}
