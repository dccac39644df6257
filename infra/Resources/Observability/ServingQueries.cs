using Infra.Model.Servings;

namespace Infra.Resources.Observability;

/// <summary>The PromQL queries of a serving's dashboard and alerts.</summary>
/// <param name="scope">The serving's series.</param>
internal sealed class ServingQueries(MetricScope scope)
{
    /// <summary>The interval of a chart's data points.</summary>
    private const string Window = "${__interval}";

    /// <summary>The number of ready leaders; a leader is ready when the model is loaded.</summary>
    public string ReadyLeaders => $"max({Leaders(Metric.ReadyLeaders)})";

    /// <summary>The number of desired leaders, which are pods of a StatefulSet with the name of the LeaderWorkerSet.</summary>
    public string DesiredLeaders => $"max({Leaders(Metric.DesiredLeaders)})";

    /// <summary>Returns a series while leaders are desired and none is ready.</summary>
    public string NoLeaderReady => $"{DesiredLeaders} > 0 unless {ReadyLeaders} > 0";

    /// <summary>Returns a series while leaders are desired and none is running; one that loads its checkpoint is running.</summary>
    public string NoLeaderRunning =>
        $"{NoLeaderReady} unless sum({scope.Select(Metric.PodPhase, scope.Leaders("pod"), LabelMatch.Equal("phase", "Running"))}) > 0";

    /// <summary>Hours since each model server started.</summary>
    public string HoursUp => $"max by (pod_name) ({Server}) / 3600";

    /// <summary>
    /// The number of starts of each model server in the last hour: how often its uptime fell within five minutes. Unlike a restart counter, this
    /// includes pods of a recreated group, which keep their names.
    /// </summary>
    public string Starts =>
        $"count_over_time((max by (pod_name) ({Server} offset 5m) > max by (pod_name) ({Server}))[1h:5m])";

    /// <summary>The percentage of each engine's decode slots in use.</summary>
    public string SlotsUsed => $"100 * max by (pod, idx) (avg_over_time({scope.Select(Metric.SlotsUsed)}[{Window}]))";

    /// <summary>Returns a series while nearly all slots of every engine were in use for ten minutes.</summary>
    public string SlotsAreFull => $"min(avg_over_time({scope.Select(Metric.SlotsUsed)}[10m])) > 0.95";

    /// <summary>Returns a series while the prefill queue was never empty for ten minutes and is longer than in the ten minutes before.</summary>
    public string BacklogGrows =>
        $"sum(min_over_time({Waiting}[10m])) > 0 and sum(avg_over_time({Waiting}[10m])) > sum(avg_over_time({Waiting}[10m] offset 10m))";

    /// <summary>Completed prompts per second.</summary>
    public string RequestRate => $"sum(rate({scope.Select(Metric.RequestsAnswered)}[{Window}]))";

    /// <summary>The percentage of each worker's TPU memory in use.</summary>
    public string MemoryUsed =>
        $"100 * sum by (pod_name) ({Chips(Metric.MemoryUsed)}) / sum by (pod_name) ({Chips(Metric.MemoryTotal)})";

    /// <summary>The TPU duty cycle of each worker in percent.</summary>
    public string DutyCycle => $"avg by (pod_name) ({Chips(Metric.DutyCycle)})";

    /// <summary>The TensorCore utilization of each worker in percent.</summary>
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

    /// <summary>The length of one of JetStream's queues.</summary>
    public string Backlog(Metric queue) => $"sum(avg_over_time({scope.Select(queue)}[{Window}]))";

    /// <summary>A percentile of the time to first token in seconds.</summary>
    public string FirstToken(int percentile) =>
        $"histogram_quantile(0.{percentile:00}, sum by (le) (rate({scope.Select(Metric.TimeToFirstToken)}[{Window}])))";

    private string Leaders(Metric metric) => scope.Select(metric, LabelMatch.Equal("statefulset", scope.Serving.Name));

    private string Chips(Metric metric) =>
        scope.Select(metric, scope.Workers("pod_name"), LabelMatch.Equal("container_name", ContainerName.Worker));
}
