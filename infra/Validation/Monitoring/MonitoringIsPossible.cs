using Infra.Model.Servings;

namespace Infra.Validation.Monitoring;

/// <summary>What is asked to be watched can be: there is something to collect, a project to watch it in, and an alert to be told of.</summary>
public sealed class MonitoringIsPossible : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        foreach (var serving in stack.Servings)
        {
            var place = report.At(serving.Key).At("monitoring");
            var settings = serving.Serving.Monitoring;
            var knowsCluster = serving.Serving.Target.KnowsCluster;
            Collect(serving, place);
            Watch(settings.Dashboard, "dashboard", knowsCluster, place);
            Watch(settings.Alerts, "alerts", knowsCluster, place);
            Tell(serving.Serving, place);
        }
    }

    private static void Collect(CheckedServing serving, Report place)
    {
        var monitoring = serving.Serving.Monitoring;
        if (serving.IsSet("monitoring.podMonitoring") && monitoring is { PodMonitoring: true, MetricsPort: null })
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

    private static void Tell(Serving serving, Report place)
    {
        if (serving.Monitoring.NotificationChannels.Count > 0 && !serving.HasAlerts)
        {
            place.Error("notificationChannels", "is not used: there are no alerts; accepted: nothing, or alerts: true");
        }
    }
}
