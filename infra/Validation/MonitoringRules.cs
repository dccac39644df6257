using System.Collections.Immutable;
using Infra.Model.Servings;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Metrics, dashboards and alerts.</summary>
internal static class MonitoringRules
{
    private const string NoCluster =
        "requires the project and the name of the cluster, which a kubeconfig context does not reveal. Allowed: false, or cluster.existing with name, "
        + "location and project, or cluster.existing with stack, or cluster.managed";

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForServing("MetricsPortConflict", Severity.Error, "monitoring.prometheusPort", PortViolation),
        Rule.ForServing(
            "MonitoringUnavailable",
            Severity.Error,
            "monitoring.podMonitoring",
            (_, one) =>
                one.IsSet("monitoring.podMonitoring")
                && one.Serving.Monitoring is { PodMonitoring: true, MetricsPort: null }
                    ? "has nothing to collect, because prometheusPort is 0. Allowed: false, or another prometheusPort"
                    : null
        ),
        RequiresCluster("dashboard", monitoring => monitoring.Dashboard),
        RequiresCluster("alerts", monitoring => monitoring.Alerts),
        Rule.ForServing(
            "MonitoringUnavailable",
            Severity.Error,
            "monitoring.notificationChannels",
            (_, one) =>
                one.Serving is { Monitoring.NotificationChannels.Count: > 0, HasAlerts: false }
                    ? "is not used without alerts. Remove it, or set alerts: true"
                    : null
        ),
        Rule.ForServing(
            "DuplicateNotificationChannel",
            (_, one, diagnostics) =>
                diagnostics.RefuseDuplicates(
                    "monitoring.notificationChannels",
                    one.Serving.Monitoring.NotificationChannels
                )
        ),
    ];

    private static Rule RequiresCluster(string key, Func<MonitoringSettings, bool?> value) =>
        Rule.ForServing(
            "MonitoringUnavailable",
            Severity.Error,
            $"monitoring.{key}",
            (_, one) => value(one.Serving.Monitoring) is true && !one.Serving.Target.IsClusterKnown ? NoCluster : null
        );

    /// <summary>All containers of a leader share one address.</summary>
    private static string? PortViolation(RuleContext stack, ServingContext one)
    {
        int?[] used = [.. Port.Fixed, one.MaxText.GetInt("jax_profiler_port")];
        return one.Serving.Monitoring.MetricsPort is { } port && used.Contains(port)
            ? $"{port} is already used in the leader pod. Allowed: 0, or any port up to 65535 except "
                + string.Join(", ", used.OfType<int>().Distinct().Order())
            : null;
    }
}
