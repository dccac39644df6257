using Infra.Tests.Resources.Platform;
using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Observability;

/// <summary>What is collected, and in which stacks there is something to watch it with.</summary>
public sealed class CollectionTests
{
    private const string Server = "spec|leaderWorkerTemplate|leaderTemplate|spec|containers|2";

    [Fact]
    public async Task The_model_server_exposes_metrics_at_the_scraped_port()
    {
        var graph = await MonitoredStack.RecordAsync("monitoring: { prometheusPort: 9091 }", "namespace: apart");
        var (group, collection) = (graph.Single("LeaderWorkerSet"), graph.Single("PodMonitoring"));

        Assert.Contains("prometheus_port=9091", group.TextsAt($"{Server}|args"));
        Assert.Equal("9091", group.TextAt($"{Server}|ports|1|containerPort"));
        Assert.Equal(group.TextAt($"{Server}|ports|1|name"), collection.TextAt("spec|endpoints|0|port"));
        Assert.Equal("30s", collection.TextAt("spec|endpoints|0|interval"));
        Assert.Equal("apart", collection.TextAt("metadata|namespace"));
        Assert.Equal(
            group.Inputs.At("spec|leaderWorkerTemplate|leaderTemplate|metadata|labels"),
            collection.Inputs.At("spec|selector|matchLabels")
        );
    }

    [Fact]
    public async Task Disabled_monitoring_creates_no_resources()
    {
        var graph = await MonitoredStack.RecordAsync(
            "monitoring: { prometheusPort: 0, dashboard: false, alerts: false }"
        );

        Assert.Empty(graph.GetResources("ServingObservability"));
        Assert.DoesNotContain(
            graph.Single("LeaderWorkerSet").TextsAt($"{Server}|args"),
            flag => flag!.StartsWith("prometheus_port", StringComparison.Ordinal)
        );
        Assert.Null(graph.Single("LeaderWorkerSet").TextAt($"{Server}|ports|1|containerPort"));
    }

    [Theory]
    [InlineData("podMonitoring", "PodMonitoring")]
    [InlineData("dashboard", "Dashboard")]
    [InlineData("alerts", "AlertPolicy")]
    public async Task Each_part_can_be_switched_off_by_itself(string key, string type)
    {
        string[] all = ["AlertPolicy", "Dashboard", "PodMonitoring"];
        var graph = await MonitoredStack.RecordAsync($"monitoring: {{ {key}: false }}");

        Assert.Equal(all.Except([type]), all.Where(one => graph.GetResources(one).Any()));
    }

    [Theory]
    [InlineData("existing: {}", false)]
    [InlineData("existing: { context: gke }", false)]
    [InlineData("existing: { name: mine, location: us-east5 }", false)]
    [InlineData("existing: { name: mine, location: us-east5, project: my-project }", true)]
    [InlineData("existing: { stack: me/shop/base }", true)]
    public async Task An_existing_cluster_gets_alerts_and_a_dashboard_if_the_settings_identify_it(
        string cluster,
        bool isKnown
    )
    {
        var graph = await ExistingAsync(cluster);

        Assert.Single(graph.GetResources("PodMonitoring"));
        Assert.Equal(isKnown ? 4 : 0, graph.GetResources("AlertPolicy").Count());
        Assert.Equal(isKnown ? 1 : 0, graph.GetResources("Dashboard").Count());
    }

    [Fact]
    public async Task The_project_of_the_stack_is_that_of_a_named_cluster()
    {
        var graph = await ExistingAsync("existing: { name: mine, location: us-east5 }", "project: my-project");

        Assert.Equal("my-project", graph.Single("Dashboard").TextAt("project"));
        Assert.Equal(
            [graph.Single("gcp", "google").Urn],
            graph.GetResources("AlertPolicy").Select(one => one.Provider).Distinct()
        );
    }

    [Fact]
    public async Task The_cluster_of_another_stack_is_monitored_once_its_outputs_are_known()
    {
        var alert = (await ExistingAsync("existing: { stack: me/shop/base }")).Single("AlertPolicy", "a-backlog");

        Assert.Contains("unknown", alert.TextAt("project"), StringComparison.Ordinal);
        Assert.Contains(
            "unknown",
            alert.TextAt("conditions|0|conditionPrometheusQueryLanguage|query"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Monitoring_depends_on_APIs_slices_and_namespace_and_not_on_the_model()
    {
        var graph = await ManagedStack.RecordAsync(
            ManagedStack.Serving("a", "namespace: apart"),
            "cluster: { managed: { enableApis: true } }"
        );
        var order = new Order(graph);
        var watchers = graph
            .GetResources("AlertPolicy")
            .Concat(graph.GetResources("Dashboard"))
            .Concat(graph.GetResources("PodMonitoring"))
            .ToList();

        order.Holds(
            [
                .. graph
                    .GetResources("Service")
                    .Where(resource => resource.Type.StartsWith("gcp:", StringComparison.Ordinal)),
                .. graph.GetResources("NodePool"),
                graph.Single("Namespace"),
            ],
            watchers
        );
        Assert.All(
            watchers,
            resource => Assert.DoesNotContain(graph.Single("LeaderWorkerSet").Urn, order.WaitsFor(resource))
        );
    }

    [Fact]
    public async Task A_dashboard_is_not_deleted_with_the_cluster() =>
        Assert.All(
            (await MonitoredStack.RecordAsync()).Resources.Where(resource =>
                resource.Is("Dashboard") || resource.Is("AlertPolicy") || resource.Is("ServingObservability")
            ),
            resource => Assert.Null(resource.Options["deletedWith"])
        );

    private static Task<StackGraph> ExistingAsync(string cluster, string top = "") =>
        StackText.RecordAsync(
            $"cluster: {{ {cluster} }}\n{top}\nservings:\n  - {{ name: a, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://mine/tmp }}"
        );
}
