using Infra.Model.Servings;

namespace Infra.Resources.Observability;

/// <summary>What dashboards and alerts ask of a serving's metrics, in PromQL.</summary>
/// <param name="scope">The serving's series.</param>
internal sealed class ServingQueries(MetricScope scope)
{
    /// <summary>A chart's own window: as much time as one of its points stands for.</summary>
    private const string Window = "${__interval}";

    /// <summary>Leaders that are ready, which is when the model answers.</summary>
    public string ReadyLeaders => $"max({Leaders(Metric.ReadyLeaders)})";

    /// <summary>Leaders that there are to be. LeaderWorkerSet keeps them in a StatefulSet of its own name.</summary>
    public string DesiredLeaders => $"max({Leaders(Metric.DesiredLeaders)})";

    /// <summary>Something where there are to be leaders and none is ready.</summary>
    public string NoLeaderReady => $"{DesiredLeaders} > 0 unless {ReadyLeaders} > 0";

    /// <summary>Something where there are to be leaders and none even runs: one that loads its checkpoint does.</summary>
    public string NoLeaderRunning =>
        $"{NoLeaderReady} unless sum({scope.Select(Metric.PodPhase, scope.Leaders("pod"), LabelMatch.Equal("phase", "Running"))}) > 0";

    /// <summary>Hours since each model server started.</summary>
    public string HoursUp => $"max by (pod_name) ({Server}) / 3600";

    /// <summary>
    /// How often in the last hour each model server was younger than five minutes before: whether its container started again, or, which no
    /// count of restarts tells, all pods of its group were made anew under their old names.
    /// </summary>
    public string Starts =>
        $"count_over_time((max by (pod_name) ({Server} offset 5m) > max by (pod_name) ({Server}))[1h:5m])";

    /// <summary>Percent of each engine's slots that are in use.</summary>
    public string SlotsUsed => $"100 * max by (pod, idx) (avg_over_time({scope.Select(Metric.SlotsUsed)}[{Window}]))";

    /// <summary>Something where over ten minutes nearly all slots of every engine were in use.</summary>
    public string SlotsAreFull => $"min(avg_over_time({scope.Select(Metric.SlotsUsed)}[10m])) > 0.95";

    /// <summary>Something where prompts have been waiting for ten minutes without a break, and more of them than in the ten before.</summary>
    public string BacklogGrows =>
        $"sum(min_over_time({Waiting}[10m])) > 0 and sum(avg_over_time({Waiting}[10m])) > sum(avg_over_time({Waiting}[10m] offset 10m))";

    /// <summary>Prompts answered, each second.</summary>
    public string RequestRate => $"sum(rate({scope.Select(Metric.RequestsAnswered)}[{Window}]))";

    /// <summary>Percent of each worker's chip memory that is in use.</summary>
    public string MemoryUsed =>
        $"100 * sum by (pod_name) ({Chips(Metric.MemoryUsed)}) / sum by (pod_name) ({Chips(Metric.MemoryTotal)})";

    /// <summary>Percent of the time in which each worker's chips worked.</summary>
    public string DutyCycle => $"avg by (pod_name) ({Chips(Metric.DutyCycle)})";

    /// <summary>Percent of what each worker's TensorCores could do.</summary>
    public string TensorCoreUse => $"avg by (pod_name) ({Chips(Metric.TensorCoreUse)})";

    /// <summary>The serving's series.</summary>
    public MetricScope Scope => scope;

    private string Waiting => scope.Select(Metric.PrefillBacklog);

    private string Server =>
        scope.Select(
            Metric.Uptime,
            scope.Leaders("pod_name"),
            LabelMatch.Equal("container_name", ContainerName.JaxTpu)
        );

    /// <summary>Prompts that wait in one of JetStream's queues.</summary>
    public string Backlog(Metric queue) => $"sum(avg_over_time({scope.Select(queue)}[{Window}]))";

    /// <summary>Seconds to the first token that so many of a hundred prompts stay below.</summary>
    public string FirstToken(int percentile) =>
        $"histogram_quantile(0.{percentile:00}, sum by (le) (rate({scope.Select(Metric.TimeToFirstToken)}[{Window}])))";

    private string Leaders(Metric metric) => scope.Select(metric, LabelMatch.Equal("statefulset", scope.Serving.Name));

    private string Chips(Metric metric) =>
        scope.Select(metric, scope.Workers("pod_name"), LabelMatch.Equal("container_name", ContainerName.Worker));
}
