using Infra.Tests.Resources.Platform;
using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Servings;

public sealed class ReadinessTests
{
    private const string Leader = "spec|leaderWorkerTemplate|leaderTemplate";
    private const string WaitFor = "metadata|annotations|pulumi.com/waitFor";
    private const string Off = "waitUntilReady: false";
    private const string Untested = "smokeTest: { enabled: false }";

    [Fact]
    public async Task The_deployment_timeout_follows_from_the_probes()
    {
        var set = (await RecordAsync("replicas: 2")).Single("LeaderWorkerSet");

        Assert.Equal("condition=Available", set.TextAt(WaitFor));
        Assert.Equal("225m", Timeout(set, "create"));
        Assert.Equal("450m", Timeout(set, "update"));
    }

    [Fact]
    public async Task The_wait_includes_pods_that_are_rescheduled_to_other_nodes()
    {
        var before = (await RecordAsync()).Single("LeaderWorkerSet");
        var after = (await RecordAsync("capacity: { kind: reservation, reservation: mine }")).Single("LeaderWorkerSet");

        Assert.Equal(before.Inputs.At("spec"), after.Inputs.At("spec"));
        Assert.NotEqual(before.Inputs.At("metadata"), after.Inputs.At("metadata"));
    }

    [Fact]
    public async Task A_serving_without_waitUntilReady_is_not_awaited()
    {
        var set = (await RecordAsync(Off)).Single("LeaderWorkerSet");

        Assert.Equal(
            "{leaderworkerset.sigs.k8s.io/exclusive-topology: cloud.google.com/gke-nodepool}",
            set.Inputs.At("metadata|annotations").Show()
        );
        Assert.Null(set.Options["customTimeouts"]);
    }

    [Fact]
    public async Task The_smoke_test_depends_on_the_groups_and_the_groups_on_their_Services()
    {
        var graph = await RecordAsync();
        var order = new Order(graph);
        var set = graph.Single("LeaderWorkerSet");

        order.Holds([graph.Single("Service", "a-http")], [set]);
        order.Holds([set], [graph.Single("Job", "a-smoke-test")]);
    }

    [Fact]
    public async Task The_smoke_test_uses_the_shared_Service_after_a_completed_rollout()
    {
        var graph = await RecordAsync();

        Assert.Equal("http://a-http:8000", Address(graph));
        Assert.Equal(["a-http"], Services(graph));
        Assert.Null(graph.Single("LeaderWorkerSet").TextAt($"{Leader}|metadata|labels|jetstream-pathways/revision"));
    }

    [Theory]
    [InlineData("", "leaderWorkerSet: { version: v0.8.0 }")]
    [InlineData("", "leaderWorkerSet: { install: false }")]
    [InlineData(Off, "")]
    public async Task The_smoke_test_selects_only_updated_pods_if_old_ones_could_answer(string serving, string stack)
    {
        var graph = await RecordAsync(serving, stack);
        var service = graph.Single("Service", "a-smoke-test");

        Assert.Equal("http://a-smoke-test:8000", Address(graph));
        Assert.Equal(["a-http", "a-smoke-test"], Services(graph));
        Assert.Matches("^[0-9a-f]{12}$", service.TextAt("spec|selector|jetstream-pathways/revision"));
        Assert.Equal(
            service.Inputs.At("spec|selector"),
            graph.Single("LeaderWorkerSet").Inputs.At($"{Leader}|metadata|labels")
        );
        Assert.Equal("{app: a}", graph.Single("Service", "a-http").Inputs.At("spec|selector").Show());
        new Order(graph).Holds([service], [graph.Single("LeaderWorkerSet")]);
    }

    [Fact]
    public async Task Without_a_smoke_test_pods_have_no_revision_label()
    {
        var graph = await RecordAsync($"{Off}, {Untested}");

        Assert.DoesNotContain(graph.GetResources("Job"), job => job.Name == "a-smoke-test");
        Assert.Equal(["a-http"], Services(graph));
        Assert.Equal("{app: a}", graph.Single("LeaderWorkerSet").Inputs.At($"{Leader}|metadata|labels").Show());
    }

    [Fact]
    public async Task Without_replicas_there_is_no_smoke_test() =>
        Assert.DoesNotContain(
            (await RecordAsync("replicas: 0")).GetResources("Job"),
            job => job.Name == "a-smoke-test"
        );

    [Fact]
    public async Task A_disruption_budget_covers_all_pods_of_all_groups()
    {
        var budget = (await RecordAsync("replicas: 2, disruptionBudget: true")).Single("PodDisruptionBudget");

        Assert.Equal("0", budget.TextAt("spec|maxUnavailable"));
        Assert.Equal("{leaderworkerset.sigs.k8s.io/name: a}", budget.Inputs.At("spec|selector|matchLabels").Show());
        Assert.Equal("AlwaysAllow", budget.TextAt("spec|unhealthyPodEvictionPolicy"));
        Assert.Empty((await RecordAsync()).GetResources("PodDisruptionBudget"));
    }

    private static string? Timeout(ResourceState resource, string kind) =>
        resource.Options.At($"customTimeouts|{kind}").Show();

    private static string? Address(StackGraph graph) =>
        graph.Single("Job", "a-smoke-test").TextAt("spec|template|spec|containers|0|env|0|value");

    private static IEnumerable<string> Services(StackGraph graph) =>
        graph
            .Own()
            .Where(resource => resource.Type == "kubernetes:core/v1:Service")
            .Select(resource => resource.Name)
            .Order();

    private static Task<StackGraph> RecordAsync(string serving = "", string stack = "") =>
        ManagedStack.RecordAsync(ManagedStack.Serving("a", serving.Length > 0 ? [serving] : []), stack);
}
