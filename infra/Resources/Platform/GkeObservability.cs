using Pulumi.Gcp.Container.Inputs;

namespace Infra.Resources.Platform;

/// <summary>Configures the logs and metrics of a cluster.</summary>
internal static class GkeObservability
{
    /// <summary>Logs of system components and of all pods.</summary>
    public static ClusterLoggingConfigArgs CreateLoggingConfig() =>
        new() { EnableComponents = { "SYSTEM_COMPONENTS", "WORKLOADS" } };

    /// <summary>Metrics of system components, kubelets and workloads, and Managed Prometheus for the metrics of servings.</summary>
    /// <remarks>
    /// In the order in which GKE returns them, because the provider compares the order. Source: hashicorp/terraform-provider-google#27247;
    /// observed in terraform-google-kubernetes-engine#2584 and cluster-toolkit#6331.
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
