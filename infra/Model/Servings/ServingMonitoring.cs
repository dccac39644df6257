using System.Collections.Immutable;

namespace Infra.Model.Servings;

/// <summary>What is measured of a serving, and who is told.</summary>
/// <param name="PrometheusPort">The port at which the model server tells its metrics; null where it tells none.</param>
/// <param name="PodMonitoring">Whether they are collected.</param>
/// <param name="Dashboard">Whether there is a dashboard.</param>
/// <param name="Alerts">Whether there are alerts.</param>
/// <param name="NotificationChannels">Who is told of an alert.</param>
public sealed record ServingMonitoring(
    int? PrometheusPort,
    bool PodMonitoring,
    bool Dashboard,
    bool Alerts,
    ImmutableArray<string> NotificationChannels
)
{
    /// <summary>Whether anything is made for it.</summary>
    public bool IsOn => PodMonitoring || Dashboard || Alerts;

    /// <summary>The monitoring of settings over which the defaults were laid.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="knowsCluster">Whether the cluster's project and name are known, and with them whose dashboards and alerts they are.</param>
    public static ServingMonitoring From(MonitoringSettings settings, bool knowsCluster)
    {
        var isMeasured = settings.PrometheusPort > 0;
        return new(
            isMeasured ? settings.PrometheusPort : null,
            isMeasured && settings.PodMonitoring!.Value,
            settings.Dashboard ?? knowsCluster,
            settings.Alerts ?? knowsCluster,
            [.. (settings.NotificationChannels ?? []).Select(channel => channel.Text)]
        );
    }
}
