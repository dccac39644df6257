using Infra.Tests.Platform;
using Infra.Tests.Preview;
using OfflinePreview.Graph;

namespace Infra.Tests.JetStream;

/// <summary>The revision that pods are labelled with where a smoke test has to know them.</summary>
public sealed class ServingRevisionTests
{
    private const string Template = "spec|leaderWorkerTemplate";
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
    public async Task Other_pods_have_another_revision(string change)
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
    public async Task The_same_pods_have_the_same_revision_and_go_on(string change) =>
        Assert.Equal((await RecordAsync()).Inputs.At(Template), (await RecordAsync(change)).Inputs.At(Template));

    private static async Task<ResourceNode> RecordAsync(string serving = "") =>
        (
            await ManagedStack.RecordAsync(
                ManagedStack.Serving(
                    "a",
                    serving.Length > 0 ? ["waitUntilReady: false", serving] : ["waitUntilReady: false"]
                )
            )
        ).Single("LeaderWorkerSet");
}
