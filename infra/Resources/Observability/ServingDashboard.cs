namespace Infra.Resources.Observability;

/// <summary>The dashboard of a serving.</summary>
internal static class ServingDashboard
{
    private const int Columns = 48;
    private const int ChartWidth = Columns / 2;
    private const int ChartHeight = 16;
    private const int TextHeight = 10;

    /// <summary>Creates the dashboard: a text with charts below it, two in a row.</summary>
    public static DashboardDocument Create(ServingQueries queries)
    {
        var scope = queries.Scope;
        var hasMetrics = scope.Serving.Monitoring.CollectsMetrics;
        var text = new DashboardTile(0, 0, Columns, TextHeight, Explanation(scope, hasMetrics));
        var charts = Leaders(queries).Concat(hasMetrics ? Prompts(queries) : []).Concat(Chips(queries));
        return new(
            $"{scope.Serving.Name} in {scope.Cluster}",
            new(Columns, [text, .. charts.Select((chart, position) => ToTile(chart, position))])
        );
    }

    private static DashboardTile ToTile(Widget chart, int position) =>
        new(position % 2 * ChartWidth, TextHeight + (position / 2 * ChartHeight), ChartWidth, ChartHeight, chart);

    private static Widget Explanation(MetricScope scope, bool hasMetrics)
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
        return new("About", Text: new($"{header}\n\n{metrics}\n\n{Chips}", "MARKDOWN"));
    }

    private static IEnumerable<Widget> Leaders(ServingQueries queries) =>
        [
            Widget.Chart(
                "Ready leaders",
                "leaders",
                ("ready", queries.ReadyLeaders),
                ("desired", queries.DesiredLeaders)
            ),
            Widget.Chart("Model server uptime (a drop is a restart)", "hours", (null, queries.HoursUp)),
        ];

    private static IEnumerable<Widget> Prompts(ServingQueries queries) =>
        [
            Widget.Chart("Decode slots in use", "%", (null, queries.SlotsUsed)),
            Widget.Chart(
                "Waiting prompts",
                "prompts",
                ("prefill", queries.Backlog(Metric.PrefillBacklog)),
                ("transfer", queries.Backlog(Metric.TransferBacklog)),
                ("generate", queries.Backlog(Metric.GenerateBacklog))
            ),
            Widget.Chart(
                "Time to first token",
                "seconds",
                ("p50", queries.FirstToken(50)),
                ("p95", queries.FirstToken(95)),
                ("p99", queries.FirstToken(99))
            ),
            Widget.Chart("Completed prompts", "prompts/s", ("completed", queries.RequestRate)),
        ];

    private static IEnumerable<Widget> Chips(ServingQueries queries) =>
        [
            Widget.Chart("TPU duty cycle", "%", (null, queries.DutyCycle)),
            Widget.Chart("TPU memory in use", "%", (null, queries.MemoryUsed)),
            Widget.Chart("TensorCore utilization", "%", (null, queries.TensorCoreUse)),
        ];
}
