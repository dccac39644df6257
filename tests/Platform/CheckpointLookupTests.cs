using Infra.Platform;
using Infra.Settings;
using Infra.Tests.Preview;
using Pulumi;
using Pulumi.Gcp.Storage;

namespace Infra.Tests.Platform;

[Collection(ProcessExitCode.Name)]
public sealed class CheckpointLookupTests
{
    [Fact]
    public async Task Chips_are_bought_when_the_checkpoint_is_there()
    {
        var cloud = Holding("llama/int8/", "llama/int8/manifest");

        await cloud.RunAsync(() => BuyChips("gs://models/llama/int8"));

        Assert.Contains("pool", cloud.Inputs.Keys);
        var asked = Assert.Single(cloud.Calls);
        Assert.Equal(("models", "llama/int8/"), (asked["bucket"], asked["prefix"]));
    }

    [Theory]
    [InlineData]
    [InlineData("llama/int8/")]
    public async Task No_chips_are_bought_while_the_checkpoint_is_missing(params string[] objects)
    {
        var cloud = Holding(objects);

        var message = await cloud.FailureAsync(() => BuyChips("gs://models/llama/int8/"));

        Assert.DoesNotContain("pool", cloud.Inputs.Keys);
        Assert.StartsWith("The serving chat has no checkpoint", message, StringComparison.Ordinal);
        Assert.Contains("gs://models/llama/int8/", message, StringComparison.Ordinal);
        Assert.Contains("deployed: false", message, StringComparison.Ordinal);
        Assert.Contains("docs/checkpoints.md", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_bucket_may_be_the_checkpoint()
    {
        var cloud = Holding("manifest");

        await cloud.RunAsync(() => BuyChips("gs://models"));

        Assert.DoesNotContain("prefix", Assert.Single(cloud.Calls).Keys);
    }

    [Fact]
    public async Task Offline_the_pool_depends_on_what_it_would_depend_on_and_keeps_its_arguments()
    {
        var graph = await Recorded.StackAsync(() => BuyChips("gs://models/llama/int8"));

        Assert.Equal([graph.Node("system").Urn], graph.Node("pool").DependsOn.ToArray());
        Assert.Equal("{text: chips}", graph.Node("pool").Inputs.Show());
    }

    [Fact]
    public async Task Offline_a_bucket_of_the_stack_counts_as_filled()
    {
        var graph = await Recorded.StackAsync(BuyChipsForOwnBucket);

        Assert.Equal([graph.Node("system").Urn], graph.Node("pool").DependsOn.ToArray());
    }

    [Fact]
    public async Task The_preview_of_a_stack_that_makes_the_bucket_does_not_look_into_it()
    {
        var cloud = Holding();

        await cloud.RunAsync(BuyChipsForOwnBucket, isPreview: true);

        Assert.Empty(cloud.Calls);
        Assert.Contains("pool", cloud.Inputs.Keys);
    }

    [Fact]
    public async Task The_deployment_that_makes_the_bucket_buys_no_chips_since_it_is_empty()
    {
        var cloud = Holding();

        var message = await cloud.FailureAsync(BuyChipsForOwnBucket);

        Assert.StartsWith("The serving chat has no checkpoint", message, StringComparison.Ordinal);
        Assert.Contains("checkpoints", cloud.Inputs.Keys);
        Assert.DoesNotContain("pool", cloud.Inputs.Keys);
    }

    [Fact]
    public async Task A_whole_stack_stops_before_the_pools_of_a_serving_without_checkpoint()
    {
        var cloud = Holding();

        var message = await DeployAsync(cloud);

        Assert.StartsWith("The serving chat has no checkpoint", message, StringComparison.Ordinal);
        Assert.Contains("system", cloud.Inputs.Keys);
        Assert.DoesNotContain("chat", cloud.Inputs.Keys);
        Assert.Equal(0, Slices(cloud));
    }

    [Fact]
    public async Task A_whole_stack_makes_the_pools_of_a_serving_with_checkpoint()
    {
        var cloud = Holding("chat/manifest");

        Assert.Equal("", await DeployAsync(cloud));
        Assert.Equal(2, Slices(cloud));
    }

    private static Task<string> DeployAsync(ScriptedCloud cloud)
    {
        var settings = StackText.Load(Managed.Stack(Managed.Serving("chat", "replicas: 2")), Severity.Warning);
        return cloud.FailureAsync(() =>
            new InferenceStack(settings.Blueprint!, _ => throw new InvalidOperationException())
        );
    }

    private static int Slices(ScriptedCloud cloud) =>
        cloud.Inputs.Values.Count(made => made.ContainsKey("placementPolicy"));

    private static void BuyChipsForOwnBucket()
    {
        var bucket = new Bucket("checkpoints", new() { Name = "models", Location = "US" });
        BuyChips("gs://models/llama/int8", bucket.Name);
    }

    private static void BuyChips(string checkpoint, Input<string>? bucket = null)
    {
        Assert.True(GcsPath.TryParse(checkpoint, out var path));
        var system = new Thing("system", new());
        var confirmed = CheckpointLookup.Confirm("chat", path, bucket ?? path.Bucket, system);
        _ = new Thing("pool", new() { Text = "chips" }, new() { DependsOn = { confirmed } });
    }

    private static ScriptedCloud Holding(params string[] objects) =>
        new(
            new(StringComparer.Ordinal)
            {
                ["bucketObjects"] = objects
                    .Select(name => (object)new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = name })
                    .ToList(),
            }
        );
}
