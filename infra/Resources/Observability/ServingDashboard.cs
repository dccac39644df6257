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
            + $"What to type when something is not as it should be: {RunbookSection.File}.";
        var server = hasMetrics
            ? "JetStream measures its transfer and generate queues once, when it starts: both stay 0, and prompts that wait show in the prefill "
                + "queue. The time to the first token begins when a prompt leaves that queue."
            : "The model server's own metrics are not collected (monitoring.prometheusPort, monitoring.podMonitoring).";
        const string Chips =
            "Duty cycle and memory of the chips show where the runtime in the workers tells them; the use of TensorCores comes from the nodes.";
        return Text("About", $"{place}\n\n{server}\n\n{Chips}");
    }

    private static IEnumerable<JsonObject> Leaders(ServingQueries queries) =>
        [
            Chart("Leaders ready", "leaders", ("ready", queries.LeadersReady), ("wanted", queries.LeadersWanted)),
            Chart("Time since the model server started: a fall is a restart", "hours", (null, queries.HoursUp)),
        ];

    private static IEnumerable<JsonObject> Prompts(ServingQueries queries) =>
        [
            Chart("Slots used", "%", (null, queries.SlotsUsed)),
            Chart(
                "Prompts that wait",
                "prompts",
                ("for prefill", queries.Backlog(Metric.PrefillBacklog)),
                ("for the transfer", queries.Backlog(Metric.TransferBacklog)),
                ("for a slot", queries.Backlog(Metric.GenerateBacklog))
            ),
            Chart(
                "Time to the first token",
                "seconds",
                ("half of the prompts", queries.FirstToken(50)),
                ("95 of 100", queries.FirstToken(95)),
                ("99 of 100", queries.FirstToken(99))
            ),
            Chart("Prompts answered", "each second", ("answered", queries.RequestRate)),
        ];

    private static IEnumerable<JsonObject> Chips(ServingQueries queries) =>
        [
            Chart("Duty cycle of the chips", "%", (null, queries.DutyCycle)),
            Chart("Memory of the chips in use", "%", (null, queries.MemoryUsed)),
            Chart("Use of the TensorCores", "%", (null, queries.TensorCoreUse)),
        ];
}
