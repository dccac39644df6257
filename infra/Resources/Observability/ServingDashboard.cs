namespace Infra.Resources.Observability;

/// <summary>The dashboard of a serving.</summary>
internal static class ServingDashboard
{
    private const int Columns = 48;
    private const int ChartWidth = Columns / 2;
    private const int ChartHeight = 16;
    private const int TextHeight = 10;

    /// <summary>The dashboard: a text, and below it charts, two in a row.</summary>
    public static DashboardDocument Of(ServingQueries ask)
    {
        var scope = ask.Scope;
        var hasMetrics = scope.Serving.Monitoring.CollectsMetrics;
        var text = new DashboardTile(0, 0, Columns, TextHeight, Explanation(scope, hasMetrics));
        var charts = Leaders(ask).Concat(hasMetrics ? Prompts(ask) : []).Concat(Chips(ask));
        return new(
            $"{scope.Serving.Name} in {scope.Cluster}",
            new(Columns, [text, .. charts.Select((chart, position) => Place(chart, position))])
        );
    }

    private static DashboardTile Place(Widget chart, int position) =>
        new(position % 2 * ChartWidth, TextHeight + (position / 2 * ChartHeight), ChartWidth, ChartHeight, chart);

    private static Widget Explanation(MetricScope scope, bool hasMetrics)
    {
        var place =
            $"Serving **{scope.Serving.Name}**, namespace {scope.Serving.NamespaceName}, cluster {scope.Cluster} ({scope.Location}). "
            + $"What to type when something is not as it should be: {RunbookSection.File}.";
        var server = hasMetrics
            ? "JetStream measures its transfer and generate queues once, when it starts: both stay 0, and prompts that wait show in the prefill "
                + "queue. The time to the first token begins when a prompt leaves that queue."
            : "The model server's own metrics are not collected (monitoring.prometheusPort, monitoring.podMonitoring).";
        const string Chips =
            "Duty cycle and memory of the chips show where the runtime in the workers tells them; the use of TensorCores comes from the nodes.";
        return new("About", Text: new($"{place}\n\n{server}\n\n{Chips}", "MARKDOWN"));
    }

    private static IEnumerable<Widget> Leaders(ServingQueries ask) =>
        [
            Widget.Chart("Leaders ready", "leaders", ("ready", ask.LeadersReady), ("wanted", ask.LeadersWanted)),
            Widget.Chart("Time since the model server started: a fall is a restart", "hours", (null, ask.HoursUp)),
        ];

    private static IEnumerable<Widget> Prompts(ServingQueries ask) =>
        [
            Widget.Chart("Slots used", "%", (null, ask.SlotsUsed)),
            Widget.Chart(
                "Prompts that wait",
                "prompts",
                ("for prefill", ask.Backlog(Metric.PrefillBacklog)),
                ("for the transfer", ask.Backlog(Metric.TransferBacklog)),
                ("for a slot", ask.Backlog(Metric.GenerateBacklog))
            ),
            Widget.Chart(
                "Time to the first token",
                "seconds",
                ("half of the prompts", ask.FirstToken(50)),
                ("95 of 100", ask.FirstToken(95)),
                ("99 of 100", ask.FirstToken(99))
            ),
            Widget.Chart("Prompts answered", "each second", ("answered", ask.RequestRate)),
        ];

    private static IEnumerable<Widget> Chips(ServingQueries ask) =>
        [
            Widget.Chart("Duty cycle of the chips", "%", (null, ask.DutyCycle)),
            Widget.Chart("Memory of the chips in use", "%", (null, ask.MemoryUsed)),
            Widget.Chart("Use of the TensorCores", "%", (null, ask.TensorCoreUse)),
        ];
}
