using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;

namespace Infra.Model.Servings;

/// <summary>What is measured of a serving, and who is told.</summary>
public sealed record MonitoringSettings
{
    /// <summary>
    /// The port at which the model server tells its metrics (MaxText's <c>prometheus_port</c>); with 0 it tells none, and dashboard and
    /// alerts show what GKE itself measures, and no more. Default 9090.
    /// </summary>
    [Range(0, 65_535)]
    public required int PrometheusPort { get; init; }

    /// <summary>
    /// Whether Google Cloud's Managed Service for Prometheus collects them (a <c>PodMonitoring</c>). Default <c>true</c> where there are
    /// any. A cluster that exists has to have its managed collection on, as every cluster of GKE has by default.
    /// </summary>
    public required bool PodMonitoring { get; init; }

    /// <summary>
    /// Whether there is a dashboard. Default <c>true</c> where the settings tell the cluster's project and name, which is everywhere but in
    /// a cluster that only a kubeconfig knows.
    /// </summary>
    public bool? Dashboard { get; init; }

    /// <summary>
    /// Whether there are alerts: no leader ready, and models that start over; with collected metrics also a growing queue and full slots.
    /// No ready leader is known from GKE's kube state metrics of pods and StatefulSets, which a cluster that exists has to send. Default: as
    /// for the dashboard.
    /// </summary>
    public bool? Alerts { get; init; }

    /// <summary>
    /// Who is told of an alert: names of notification channels, <c>projects/PROJECT/notificationChannels/NUMBER</c>. Default: nobody;
    /// incidents are shown in the console.
    /// </summary>
    public IReadOnlyList<NotificationChannelName> NotificationChannels { get; init; } = [];

    /// <summary>The port at which the model server tells its metrics; null where it tells none.</summary>
    public int? MetricsPort => PrometheusPort > 0 ? PrometheusPort : null;

    /// <summary>Whether its metrics are collected.</summary>
    public bool CollectsMetrics => PodMonitoring && MetricsPort is not null;
}
