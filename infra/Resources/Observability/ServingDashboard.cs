using System.Text.Json.Nodes;

namespace Infra.Resources.Observability;

/// <summary>The dashboard of a serving.</summary>
internal static class ServingDashboard
{
    private const int Columns = 48;
    private const int ChartWidth = Columns / 2;
    private const int ChartHeight = 16;
    private const int TextHeight = 10;

    /// <summary>Creates the JSON of the dashboard: a note with charts below it, two in a row.</summary>
    public static string CreateJson(ServingQueries queries)
    {
        var scope = queries.Scope;
        var hasMetrics = scope.Serving.Monitoring.CollectsMetrics;
        var text = DashboardJson.CreateTile(0, 0, Columns, TextHeight, CreateExplanation(scope, hasMetrics));
        var charts = Leaders(queries).Concat(hasMetrics ? Prompts(queries) : []).Concat(Chips(queries));
        return DashboardJson.Write(
            $"{scope.Serving.Name} in {scope.Cluster}",
            Columns,
            charts.Select(CreateTile).Prepend(text)
        );
    }

    private static JsonObject CreateTile(JsonObject chart, int position) =>
        DashboardJson.CreateTile(
            position % 2 * ChartWidth,
            TextHeight + (position / 2 * ChartHeight),
            ChartWidth,
            ChartHeight,
            chart
        );

    private static JsonObject CreateExplanation(MetricScope scope, bool hasMetrics)
    {
        var header =
            $"Serving **{scope.Serving.Name}**, namespace {scope.Serving.NamespaceName}, cluster {scope.Cluster} ({scope.Location}). "
            + $"Troubleshooting: {RunbookSection.File}.";
        var metrics = hasMetrics
            ? "JetStream measures its transfer and generate queues only once, at startup: both stay 0, and waiting prompts show in the prefill "
                + "queue. Time to first token starts when a prompt leaves that queue."
            : "The model server's metrics are not collected (monitoring.prometheusPort, monitoring.podMonitoring).";
        const string Chips =
            "TPU duty cycle and memory appear only where the runtime in the workers reports them; TensorCore utilization comes from the nodes.";
        return DashboardJson.CreateText("About", $"{header}\n\n{metrics}\n\n{Chips}");
    }

    private static IEnumerable<JsonObject> Leaders(ServingQueries queries) =>
        [
            DashboardJson.CreateChart(
                "Ready leaders",
                "leaders",
                ("ready", queries.ReadyLeaders),
                ("desired", queries.DesiredLeaders)
            ),
            DashboardJson.CreateChart("Model server uptime (a drop is a restart)", "hours", (null, queries.HoursUp)),
        ];

    private static IEnumerable<JsonObject> Prompts(ServingQueries queries) =>
        [
            DashboardJson.CreateChart("Decode slots in use", "%", (null, queries.SlotsUsed)),
            DashboardJson.CreateChart(
                "Waiting prompts",
                "prompts",
                ("prefill", queries.Backlog(Metric.PrefillBacklog)),
                ("transfer", queries.Backlog(Metric.TransferBacklog)),
                ("generate", queries.Backlog(Metric.GenerateBacklog))
            ),
            DashboardJson.CreateChart(
                "Time to first token",
                "seconds",
                ("p50", queries.FirstToken(50)),
                ("p95", queries.FirstToken(95)),
                ("p99", queries.FirstToken(99))
            ),
            DashboardJson.CreateChart("Completed prompts", "prompts/s", ("completed", queries.RequestRate)),
        ];

    private static IEnumerable<JsonObject> Chips(ServingQueries queries) =>
        [
            DashboardJson.CreateChart("TPU duty cycle", "%", (null, queries.DutyCycle)),
            DashboardJson.CreateChart("TPU memory in use", "%", (null, queries.MemoryUsed)),
            DashboardJson.CreateChart("TensorCore utilization", "%", (null, queries.TensorCoreUse)),
        ];
}
