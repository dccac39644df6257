using Infra.Model.Servings;

namespace Infra.Validation.Monitoring;

/// <summary>What is asked to be watched can be: there is something to collect, a project to watch it in, and an alert to be told of.</summary>
public sealed class MonitoringIsPossible : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        var knowsCluster = ServingPlace.Of(stack.Settings, stack.Platform).KnowsCluster;
        foreach (var serving in stack.Servings)
        {
            if (serving.Written.Monitoring is { } written)
            {
                var place = report.At(serving.Key).At("monitoring");
                Collect(written, serving.Serving.Monitoring, place);
                Watch(written.Dashboard, "dashboard", knowsCluster, place);
                Watch(written.Alerts, "alerts", knowsCluster, place);
                Tell(written, serving.Serving.Monitoring, place);
            }
        }
    }

    private static void Collect(MonitoringSettings written, ServingMonitoring monitoring, Report place)
    {
        if (written.PodMonitoring is true && monitoring.PrometheusPort is null)
        {
            place.Error(
                "podMonitoring",
                "has nothing to collect, since prometheusPort is 0; accepted: false, or another prometheusPort"
            );
        }
    }

    private static void Watch(bool? isAskedFor, string key, bool knowsCluster, Report place)
    {
        if (isAskedFor is true && !knowsCluster)
        {
            place.Error(
                key,
                "needs to know the cluster, which only a kubeconfig does here; accepted: false, or cluster.existing with name, location and "
                    + "project, or with stack, or cluster.managed"
            );
        }
    }

    private static void Tell(MonitoringSettings written, ServingMonitoring monitoring, Report place)
    {
        if (written.NotificationChannels is { Count: > 0 } && !monitoring.Alerts)
        {
            place.Error("notificationChannels", "is not used: there are no alerts; accepted: nothing, or alerts: true");
        }
    }
}
