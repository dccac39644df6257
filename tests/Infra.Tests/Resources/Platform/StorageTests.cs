using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

public sealed class StorageTests
{
    private const string Made = "storage: { checkpointBuckets: [my-models], scratchExpiryDays: 3 }";

    [Fact]
    public async Task Temporary_data_goes_to_a_bucket_with_a_lifecycle_rule()
    {
        var bucket = await BucketAsync("my-project-jetstream-pathways-test-scratch", "environment: prod\n" + Made);

        Assert.Equal(
            ("Delete", "3"),
            (bucket.TextAt("lifecycleRules|0|action|type"), bucket.TextAt("lifecycleRules|0|condition|age"))
        );
        Assert.Equal(
            ("true", "0"),
            (bucket.TextAt("forceDestroy"), bucket.TextAt("softDeletePolicy|retentionDurationSeconds"))
        );
        Assert.Null(bucket.Options["protect"]);
    }

    [Fact]
    public async Task A_serving_has_its_own_folder_for_temporary_data()
    {
        var graph = await ManagedStack.RecordAsync(ManagedStack.Serving("a"));
        var worker = graph
            .Single("LeaderWorkerSet")
            .TextsAt("spec|leaderWorkerTemplate|workerTemplate|spec|containers|0|args");

        Assert.Contains("--gcs_scratch_location=gs://my-project-jetstream-pathways-test-scratch/a", worker);
    }

    [Fact]
    public async Task An_existing_scratch_bucket_is_used_and_not_created()
    {
        var graph = await ManagedStack.RecordAsync(ManagedStack.Serving("a"), "storage: { scratchBucket: mine }");
        var worker = graph
            .Single("LeaderWorkerSet")
            .TextsAt("spec|leaderWorkerTemplate|workerTemplate|spec|containers|0|args");

        Assert.Contains("--gcs_scratch_location=gs://mine/a", worker);
        Assert.Empty(graph.GetResources("Bucket"));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task A_created_checkpoint_bucket_is_protected_and_not_force_destroyed(string environment)
    {
        var bucket = await BucketAsync("my-models", $"environment: {environment}\n{Made}");

        Assert.Equal(new PlanBool(true), bucket.Options["protect"]);
        Assert.Equal("false", bucket.TextAt("forceDestroy"));
        Assert.Empty(bucket.TextsAt("lifecycleRules"));
    }

    [Fact]
    public async Task Buckets_are_in_the_region_of_the_chips_or_in_the_configured_location()
    {
        var beside = await BucketAsync("my-models", Made);
        var elsewhere = await BucketAsync("my-models", "storage: { checkpointBuckets: [my-models], location: eu }");

        Assert.Equal(("US-EAST5", "EU"), (beside.TextAt("location"), elsewhere.TextAt("location")));
    }

    private static async Task<ResourceState> BucketAsync(string name, string more) =>
        (await ManagedStack.RecordAsync(ManagedStack.Serving("a"), more)).Single("Bucket", name);
}
