using System.Text.Json.Nodes;
using static Infra.Resources.Observability.DashboardDocument;

namespace Infra.Resources.Observability;

/// <summary>The dashboard of a serving.</summary>
internal static class ServingDashboard
{
    /// <summary>The dashboard's JSON.</summary>
    public static string Create(ServingQueries queries)
    {
        var scope = queries.Scope;
        var hasMetrics = scope.Serving.Monitoring.CollectsMetrics;
        return DashboardDocument.Create(
            $"{scope.Serving.Name} in {scope.Cluster}",
            Explanation(scope, hasMetrics),
            [.. Leaders(queries), .. hasMetrics ? Prompts(queries) : [], .. Chips(queries)]
        );
    }

    private static JsonObject Explanation(MetricScope scope, bool hasMetrics)
    {
        var place =
            $"Serving **{scope.Serving.Name}**, namespace {scope.Serving.NamespaceName}, cluster {scope.Cluster} ({scope.Location}). "
            + $"For troubleshooting see {RunbookSection.File}.";
        var server = hasMetrics
            ? "JetStream measures its transfer and generate queues only at startup, so both stay 0, and waiting prompts show in the prefill "
                + "queue. The time to first token starts when a prompt leaves that queue."
            : "The model server's own metrics are not collected (monitoring.prometheusPort, monitoring.podMonitoring).";
        const string Chips =
            "Duty cycle and memory of the chips are shown if the runtime in the workers reports them; TensorCore utilization is reported by the nodes.";
        return Text("About", $"{place}\n\n{server}\n\n{Chips}");
    }

    private static IEnumerable<JsonObject> Leaders(ServingQueries queries) =>
        [
            Chart("Leaders ready", "leaders", ("ready", queries.LeadersReady), ("desired", queries.LeadersWanted)),
            Chart("Uptime of the model server: a drop is a restart", "hours", (null, queries.HoursUp)),
        ];

    private static IEnumerable<JsonObject> Prompts(ServingQueries queries) =>
        [
            Chart("Slots in use", "%", (null, queries.SlotsUsed)),
            Chart(
                "Waiting prompts",
                "prompts",
                ("for prefill", queries.Backlog(Metric.PrefillBacklog)),
                ("for the transfer", queries.Backlog(Metric.TransferBacklog)),
                ("for a slot", queries.Backlog(Metric.GenerateBacklog))
            ),
            Chart(
                "Time to first token",
                "seconds",
                ("p50", queries.FirstToken(50)),
                ("p95", queries.FirstToken(95)),
                ("p99", queries.FirstToken(99))
            ),
            Chart("Prompts answered", "per second", ("answered", queries.RequestRate)),
        ];

    private static IEnumerable<JsonObject> Chips(ServingQueries queries) =>
        [
            Chart("TPU duty cycle", "%", (null, queries.DutyCycle)),
            Chart("HBM in use", "%", (null, queries.MemoryUsed)),
            Chart("TensorCore utilization", "%", (null, queries.TensorCoreUse)),
        ];
}
