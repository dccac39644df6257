using Infra.Tests.Resources.Platform;

namespace Infra.Tests.Resources.Observability;

/// <summary>What dashboards and alerts ask for exists, and is the serving's own.</summary>
public sealed class QueryTests
{
    /// <summary>Series of JetStream: jetstream/core/metrics/prometheus.py, with the endings that Prometheus' client adds.</summary>
    private static readonly string[] OfTheServer =
    [
        "jetstream_prefill_backlog_size",
        "jetstream_transfer_backlog_size",
        "jetstream_generate_backlog_size",
        "jetstream_slots_used_percentage",
        "jetstream_time_to_first_token_bucket",
        "jetstream_request_success_count_total",
    ];

    /// <summary>GKE's package of kube state metrics, and its system metrics under the names that PromQL has for them.</summary>
    private static readonly string[] OfGke =
    [
        "kube_statefulset_replicas",
        "kube_statefulset_status_replicas_ready",
        "kube_pod_status_phase",
        "kubernetes_io:container_uptime",
        "kubernetes_io:container_accelerator_duty_cycle",
        "kubernetes_io:container_accelerator_memory_used",
        "kubernetes_io:container_accelerator_memory_total",
        "kubernetes_io:container_accelerator_tensorcore_utilization",
    ];

    private static readonly string[] Promql =
    [
        "max",
        "min",
        "sum",
        "avg",
        "by",
        "and",
        "unless",
        "offset",
        "rate",
        "histogram_quantile",
        "le",
        "idx",
        "pod",
        "pod_name",
        "avg_over_time",
        "min_over_time",
        "count_over_time",
        "__interval",
    ];

    [Fact]
    public async Task Every_query_names_metrics_of_the_model_server_or_of_GKE_and_no_other()
    {
        var queries = MonitoredStack.Queries(await MonitoredStack.RecordAsync());

        var named = queries.SelectMany(MonitoredStack.Series).Select(series => series.Name).ToHashSet();
        Assert.Equal(OfTheServer.Concat(OfGke).Order(), named.Order());
        Assert.All(queries, query => Assert.NotEmpty(MonitoredStack.Series(query)));
    }

    [Fact]
    public async Task Queries_contain_only_known_words() =>
        Assert.All(
            MonitoredStack.Queries(await MonitoredStack.RecordAsync()),
            query => Assert.Empty(MonitoredStack.Words(query).Except(Promql))
        );

    [Fact]
    public async Task Every_query_asks_for_its_own_serving_in_its_own_cluster()
    {
        var graph = await ManagedStack.RecordAsync(
            ManagedStack.Serving("one", "namespace: apart") + ManagedStack.Serving("one-two"),
            "cluster: { managed: { name: mine } }"
        );

        foreach (var (name, space) in new[] { ("one", "apart"), ("one-two", "default") })
        {
            var own = graph with
            {
                Resources =
                [
                    .. graph.Resources.Where(resource =>
                        resource.Parent!?.EndsWith($"::{name}", StringComparison.Ordinal) ?? false
                    ),
                ],
            };
            Assert.All(
                MonitoredStack.Queries(own).SelectMany(MonitoredStack.Series),
                series =>
                    AssertOwn(
                        series.Name.StartsWith("kubernetes_io:", StringComparison.Ordinal),
                        series.Labels,
                        name,
                        space
                    )
            );
        }
    }

    [Fact]
    public async Task Without_collected_metrics_only_GKE_metrics_are_queried()
    {
        var graph = await MonitoredStack.RecordAsync("monitoring: { prometheusPort: 0 }");

        Assert.Empty(graph.GetResources("PodMonitoring"));
        Assert.Equal(["a-crash-loop", "a-no-leader"], graph.Names("AlertPolicy"));
        Assert.Equal(
            OfGke.Order(),
            MonitoredStack
                .Queries(graph)
                .SelectMany(MonitoredStack.Series)
                .Select(series => series.Name)
                .Distinct()
                .Order()
        );
    }

    [Fact]
    public async Task A_name_cannot_terminate_a_string_in_a_query()
    {
        var graph = await StackText.RecordAsync(
            """
            cluster: { existing: { name: 'my"} or up{a="', location: us-east5, project: my-project } }
            servings:
              - { name: a, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://mine/tmp }
            """
        );

        Assert.All(
            MonitoredStack.Queries(graph).SelectMany(MonitoredStack.Series),
            series => Assert.Contains("""="my\"} or up{a=\"",""", series.Labels, StringComparison.Ordinal)
        );
    }

    private static void AssertOwn(bool isSystem, string labels, string name, string space)
    {
        var has = labels.Split(", ").ToHashSet();
        Assert.Contains("project_id=\"my-project\"", has);
        Assert.Contains("location=\"us-east5\"", has);
        Assert.Contains(isSystem ? "cluster_name=\"mine\"" : "cluster=\"mine\"", has);
        Assert.Contains(isSystem ? $"namespace_name=\"{space}\"" : $"namespace=\"{space}\"", has);
        Assert.Equal(isSystem, has.Contains("monitored_resource=\"k8s_container\""));
        Assert.Single(
            has,
            label =>
                label == $"job=\"{name}\""
                || label == $"statefulset=\"{name}\""
                || label == $"pod=~\"{name}-[0-9]+\""
                || label == $"pod_name=~\"{name}-[0-9]+\""
                || label == $"pod_name=~\"{name}-[0-9]+-[0-9]+\""
        );
    }
}
