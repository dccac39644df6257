using System.Text.Json.Nodes;

namespace Engine.Tests.Cli;

/// <summary>What a user sees when something goes wrong.</summary>
[Trait("Category", "Engine")]
public sealed class ProblemTests
{
    private const string LeaderWorkerSet = "kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet";
    private const string NodePools = "create gcp:container/nodePool:NodePool llama2-70b";

    [Fact]
    public async Task Advice_is_printed_for_a_serving_that_cannot_be_created_and_the_next_update_creates_it()
    {
        using var stack = await PulumiStack.CreateAsync(Scenario.ReadText("dev"));
        stack.Faults = new JsonObject { ["create"] = LeaderWorkerSet }.ToJsonString();

        var failed = (await stack.UpAsync()).ShouldFail();
        var access = (await stack.RunAsync("stack", "output", "getCredentials")).ShouldSucceed();
        stack.Faults = "{}";
        var next = (await stack.UpAsync()).ShouldSucceed();

        Assert.Contains("Serving llama2-70b failed to become ready.", failed.Output, StringComparison.Ordinal);
        Assert.Contains("1. eval \"$(pulumi stack output getCredentials)\"", failed.Output, StringComparison.Ordinal);
        Assert.StartsWith("gcloud container clusters get-credentials ", access.Output, StringComparison.Ordinal);
        Assert.Contains($"create {LeaderWorkerSet} llama2-70b", EngineSteps.Read(next));
    }

    [Fact]
    public async Task No_node_pool_is_created_for_a_serving_whose_checkpoint_is_missing()
    {
        using var stack = await PulumiStack.CreateAsync(Scenario.ReadText("dev"));
        stack.Faults = new JsonObject
        {
            ["lookUps"] = new JsonObject
            {
                ["gcp:storage/getBucketObjects:getBucketObjects"] = new JsonObject
                {
                    ["bucketObjects"] = new JsonArray(),
                },
            },
        }.ToJsonString();

        var failed = (await stack.UpAsync()).ShouldFail();
        stack.Faults = "{}";
        var next = (await stack.UpAsync()).ShouldSucceed();

        Assert.Contains(
            "gs://wire-checkpoints/llama2-70b/int8 contains no checkpoint.",
            failed.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(EngineSteps.Read(failed), IsNodePool);
        Assert.Contains(EngineSteps.Read(next), IsNodePool);
    }

    private static bool IsNodePool(string step) => step.StartsWith(NodePools, StringComparison.Ordinal);
}
