using System.Collections.Immutable;
using OfflinePreview.Graph;
using Pulumi;
using Pulumi.Utilities;
using StackConfig.Reading;

namespace Infra.Tests.Resources.Servings;

/// <summary>Models that clients outside of the cluster reach through an internal load balancer.</summary>
public sealed class InternalAccessTests
{
    private const string Serving = "name: a, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://temporary/tmp";
    private const string Internal = "service: { port: 80, access: internal }";

    [Fact]
    public async Task By_default_a_model_is_reached_from_the_cluster_only()
    {
        var graph = await StackText.RecordAsync(Stack(Serving));

        Assert.All(Services(graph), service => Assert.Null(service.TextAt("spec|type")));
    }

    [Fact]
    public async Task An_internal_load_balancer_is_private_and_open_to_the_source_ranges_only()
    {
        const string ranges = "service: { access: internal, sourceRanges: [10.8.0.0/16, 192.168.5.0/24] }";
        var graph = await StackText.RecordAsync(Stack($"{Serving}, replicas: 2, {ranges}"));

        var service = Services(graph).Single(one => one.Name == "a-http");
        Assert.Equal("LoadBalancer", service.TextAt("spec|type"));
        Assert.Equal("Internal", service.TextAt("metadata|annotations|networking.gke.io/load-balancer-type"));
        Assert.Equal(["10.8.0.0/16", "192.168.5.0/24"], service.TextsAt("spec|loadBalancerSourceRanges"));
    }

    [Fact]
    public async Task Without_source_ranges_all_private_addresses_may_connect()
    {
        var graph = await StackText.RecordAsync(Stack($"{Serving}, {Internal}"));

        Assert.Equal(
            ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"],
            graph.Single("Service").TextsAt("spec|loadBalancerSourceRanges")
        );
    }

    [Fact]
    public async Task The_smoke_test_and_the_batch_stay_in_the_cluster()
    {
        const string batch =
            "batch: { input: gs://mine/prompts.jsonl, output: gs://mine/answers/, serviceAccount: reader }";
        var settings = $"{Serving}, {batch}, waitUntilReady: false";
        var inside = await StackText.RecordAsync(Stack(settings));
        var outside = await StackText.RecordAsync(Stack($"{settings}, service: {{ access: internal }}"));

        Assert.Equal(Jobs(inside), Jobs(outside));
        Assert.Single(Services(outside), service => service.TextAt("spec|type") == "LoadBalancer");

        static IEnumerable<string> Jobs(StackGraph graph) =>
            graph.Resources.Where(resource => resource.Is("Job")).Select(job => job.Inputs.Show());
    }

    [Fact]
    public async Task The_address_is_an_output_and_that_of_the_prompt()
    {
        var outputs = await StackText.GetOutputsAsync(Stack($"{Serving}, {Internal}"));
        var address = Assert.Single((ImmutableDictionary<string, Output<string?>>)outputs["internalAddresses"]!).Value;
        var commands = (ImmutableDictionary<string, Output<ImmutableDictionary<string, string>>>)outputs["commands"]!;

        var url = await OutputUtilities.GetValueAsync(address);
        Assert.Matches("^http://.*a-http\\.status\\.loadBalancer\\.ingress\\[0\\]\\.ip.*:80$", url);
        Assert.EndsWith($" {url}/generate", (await OutputUtilities.GetValueAsync(commands["a"]))["prompt"]);
        Assert.Equal("http://a-http:80", ((ImmutableDictionary<string, string>)outputs["services"]!)["a"]);
    }

    [Theory]
    [InlineData("service: { sourceRanges: [10.0.0.0/8] }", "service.sourceRanges", "service.access: internal")]
    [InlineData(
        "service: { access: internal, sourceRanges: [10.0.0.0/8, 0.0.0.0/0] }",
        "service.sourceRanges[1]",
        "a /8 or smaller"
    )]
    [InlineData("service: { access: internal, sourceRanges: [] }", "service.sourceRanges", "at least 1 items")]
    [InlineData("service: { access: public }", "service.access", "Allowed: cluster, internal")]
    public void Access_that_is_not_private_is_refused(string settings, string key, string allowed)
    {
        var problem = Assert.Single(
            StackText.Load(Stack($"{Serving}, {settings}")).Problems,
            one => one.Severity == Severity.Error
        );

        Assert.Equal($"servings[0].{key}", problem.Key);
        Assert.Contains(allowed, problem.Message, StringComparison.Ordinal);
    }

    private static string Stack(string serving) => $"cluster: {{ existing: {{}} }}\nservings:\n  - {{ {serving} }}";

    private static IEnumerable<ResourceState> Services(StackGraph graph) =>
        graph.Resources.Where(resource => resource.Type == "kubernetes:core/v1:Service");
}
