using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;

namespace Infra.Model.Servings;

/// <summary>Metrics, dashboard and alerts of a serving.</summary>
public sealed record MonitoringSettings
{
    /// <summary>
    /// The port of the model server's metrics (MaxText's <c>prometheus_port</c>). Default 9090. With 0 there are none, and dashboard and alerts use
    /// only the metrics of GKE.
    /// </summary>
    [Range(0, 65_535)]
    public required int PrometheusPort { get; init; }

    /// <summary>
    /// Whether Google Cloud Managed Service for Prometheus collects these metrics (a <c>PodMonitoring</c>). Default <c>true</c>. An existing cluster
    /// must have managed collection enabled, which is the default in GKE.
    /// </summary>
    public required bool PodMonitoring { get; init; }

    /// <summary>
    /// Whether to create a dashboard. Default: <c>true</c> unless the cluster is known only by a kubeconfig, because a dashboard needs the
    /// cluster's project and name.
    /// </summary>
    public bool? Dashboard { get; init; }

    /// <summary>
    /// Whether to create alerts: no leader is ready, the model server is crash-looping and, with collected metrics, the queue is growing or all
    /// slots are busy. The first needs GKE's kube state metrics of pods and StatefulSets, which an existing cluster must export. Default: as for
    /// the dashboard.
    /// </summary>
    public bool? Alerts { get; init; }

    /// <summary>
    /// The notification channels of the alerts: <c>projects/PROJECT/notificationChannels/NUMBER</c>. Default: none; incidents are shown in the
    /// console.
    /// </summary>
    public IReadOnlyList<NotificationChannelName> NotificationChannels { get; init; } = [];

    /// <summary>The port of the model server's metrics; null if there are none.</summary>
    public int? MetricsPort => PrometheusPort > 0 ? PrometheusPort : null;

    /// <summary>Whether the model server's metrics are collected.</summary>
    public bool CollectsMetrics => PodMonitoring && MetricsPort is not null;
}
