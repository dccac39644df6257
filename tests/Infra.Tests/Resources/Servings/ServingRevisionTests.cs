using System.Collections.Immutable;
using Infra.Resources;
using Infra.Resources.Servings;
using Infra.Tests.Resources.Platform;
using OfflinePreview.Graph;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using StackConfig.Reading;

namespace Infra.Tests.Resources.Servings;

/// <summary>The revision that pods are labeled with where a smoke test has to know them.</summary>
public sealed class ServingRevisionTests
{
    private const string Template = "spec|leaderWorkerTemplate";
    private const string JobRevision = "spec|template|metadata|annotations|jetstream-pathways/revision";
    private const string Revision = Template + "|leaderTemplate|metadata|labels|jetstream-pathways/revision";

    [Theory]
    [InlineData("topology: 2x2, maxText: { flags: [ ici_fsdp_parallelism: -1 ] }")]
    [InlineData("scratch: gs://other/tmp")]
    [InlineData("checkpoint: gs://my-models/other")]
    [InlineData("workerToleration: false")]
    [InlineData("nodeSelector: { a: b }")]
    [InlineData("nodeSelector: { a: c }")]
    [InlineData("nodeSelector: { b: c }")]
    [InlineData("xlaFlags: llama2-70b-disaggregated")]
    [InlineData("maxText: { config: MaxText/configs/other.yml }")]
    [InlineData("maxText: { flags: [ steps: 1 ] }")]
    [InlineData("images: { pathwaysTag: jax-0.6.1 }")]
    [InlineData("images: { pathwaysProxy: example.com/proxy }")]
    [InlineData("images: { pathwaysServer: example.com/server }")]
    [InlineData("images: { jetStream: 'example.com/jetstream:v1' }")]
    [InlineData("images: { jetStreamHttp: 'example.com/http:v1' }")]
    [InlineData("images: { pullPolicy: Always }")]
    [InlineData("probes: { startup: { initialDelaySeconds: 1 } }")]
    [InlineData("probes: { startup: { periodSeconds: 11 } }")]
    [InlineData("probes: { liveness: { failureThreshold: 11 } }")]
    [InlineData("probes: { readiness: { timeoutSeconds: 2 } }")]
    [InlineData("containers: { worker: { flags: [ a: 1 ] } }")]
    [InlineData("containers: { worker: { env: [ { name: A, value: b } ] } }")]
    [InlineData("containers: { jaxTpu: { env: [ { name: A, value: b } ] } }")]
    [InlineData("containers: { jetstreamHttp: { env: [ { name: A, value: '' } ] } }")]
    [InlineData("containers: { pathwaysRm: { resources: { requests: { cpu: 9 } } } }")]
    [InlineData("containers: { pathwaysRm: { resources: { limits: { cpu: 9 } } } }")]
    [InlineData("containers: { pathwaysProxy: { capabilities: [SYS_PTRACE] } }")]
    [InlineData("monitoring: { prometheusPort: 9200 }")]
    public async Task Changed_pods_have_another_revision(string change)
    {
        var (before, after) = (await RecordAsync(), await RecordAsync(change));

        Assert.NotEqual(before.Inputs.At(Template).Show(), after.Inputs.At(Template).Show());
        Assert.NotEqual(before.TextAt(Revision), after.TextAt(Revision));
    }

    [Theory]
    [InlineData("replicas: 2")]
    [InlineData("capacity: { kind: flex-start }")]
    [InlineData("service: { port: 80 }")]
    [InlineData("disruptionBudget: true")]
    [InlineData("smokeTest: { prompt: Tell me who you are }")]
    [InlineData("smokeTest: { timeoutSeconds: 60 }")]
    [InlineData("service: { name: other }")]
    [InlineData("monitoring: { dashboard: false, alerts: false }")]
    [InlineData("batch: { input: gs://questions/a.jsonl, output: gs://answers/a }")]
    public async Task Unchanged_pods_keep_their_revision(string change) =>
        Assert.Equal((await RecordAsync()).Inputs.At(Template), (await RecordAsync(change)).Inputs.At(Template));

    [Fact]
    public void A_property_that_is_added_to_a_pod_changes_the_revision()
    {
        var former = new PodTemplateSpecArgs { Spec = new PodSpecArgs { RestartPolicy = "Always" } };
        var latter = new PodTemplateSpecArgs
        {
            Spec = new PodSpecArgs { RestartPolicy = "Always", TerminationGracePeriodSeconds = 90 },
        };

        Assert.NotEqual(ArgumentDigest.Compute(12, former), ArgumentDigest.Compute(12, latter));
    }

    [Fact]
    public void The_order_in_which_labels_are_added_does_not_change_the_revision()
    {
        var former = new PodSpecArgs { NodeSelector = { ["a"] = "1", ["b"] = "2" } };
        var latter = new PodSpecArgs { NodeSelector = { ["b"] = "2", ["a"] = "1" } };

        Assert.Equal(ArgumentDigest.Compute(12, former), ArgumentDigest.Compute(12, latter));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deployment_computes_the_revision_that_the_offline_preview_shows(bool isPreview)
    {
        var stack = ManagedStack.Stack(ManagedStack.Serving("a"));
        var cloud = new ScriptedCloud();
        await cloud.DeployAsync(StackText.Load(stack, Severity.Warning).StackModel!, isPreview);

        var shown = (await StackText.RecordAsync(stack)).Single("Job", "a-smoke-test").Inputs.At(JobRevision);
        Assert.Equal(
            shown.Show(),
            JobRevision
                .Split('|')
                .Aggregate(
                    (object)cloud.Inputs["a-smoke-test"],
                    (value, key) => ((ImmutableDictionary<string, object>)value)[key]
                )
        );
    }

    [Fact]
    public async Task The_revision_is_known_with_an_unknown_scratch_location()
    {
        var serving = StackText
            .Load(ManagedStack.Stack(ManagedStack.Serving("a", "waitUntilReady: false")), Severity.Warning)
            .StackModel!.Servings[0];
        var graph = await Recorded.StackAsync(() =>
        {
            var bucket = new Thing("bucket", new());
            _ = new JetStreamPathways("a", new() { Serving = serving, ScratchLocation = bucket.Url });
        });

        var groups = graph.Single("LeaderWorkerSet");
        Assert.Contains("bucket.url", groups.Inputs.At(Template).Show(), StringComparison.Ordinal);
        Assert.Equal((await RecordAsync()).TextAt(Revision), groups.TextAt(Revision));
    }

    private static async Task<ResourceState> RecordAsync(string serving = "") =>
        (
            await ManagedStack.RecordAsync(
                ManagedStack.Serving(
                    "a",
                    serving.Length > 0 ? ["waitUntilReady: false", serving] : ["waitUntilReady: false"]
                )
            )
        ).Single("LeaderWorkerSet");
}
