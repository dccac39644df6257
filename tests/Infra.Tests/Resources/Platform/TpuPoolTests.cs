using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

public sealed class TpuPoolTests
{
    [Fact]
    public async Task Every_slice_of_every_replica_has_its_own_node_pool()
    {
        var servings = string.Concat(
            new[] { "a", "b", "c" }.Select(name => ManagedStack.Serving(name, "replicas: 4", "slices: 2"))
        );
        var pools = (await ManagedStack.RecordAsync(servings)).TpuPools();

        Assert.Equal(24, pools.Count);
        Assert.Equal(24, pools.Select(pool => pool.TextAt("name")).Distinct().Count());
        Assert.Equal(24, pools.Select(pool => pool.Urn).Distinct().Count());
    }

    [Fact]
    public async Task An_additional_replica_only_adds_pools()
    {
        var before = await ManagedStack.RecordAsync(ManagedStack.Serving("a", "slices: 2", "replicas: 9"));
        var after = await ManagedStack.RecordAsync(ManagedStack.Serving("a", "slices: 2", "replicas: 11"));

        Assert.Empty(before.TpuPools().Except(after.TpuPools()));
        Assert.Equal(
            ["a-r10-s0", "a-r10-s1", "a-r9-s0", "a-r9-s1"],
            after.TpuPools().Except(before.TpuPools()).Select(pool => pool.TextAt("name")).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Changing_a_serving_changes_nothing_of_the_others()
    {
        var others = ManagedStack.Serving("a") + ManagedStack.Serving("c", "slices: 2");
        var before = await ManagedStack.RecordAsync(others + ManagedStack.Serving("b"));
        var after = await ManagedStack.RecordAsync(
            ManagedStack.Serving(
                "b",
                "topology: 2x4",
                "machineType: ct6e-standard-8t",
                "capacity: { kind: spot }",
                "replicas: 2"
            ) + others
        );

        var changed = before
            .Resources.Except(after.Resources)
            .Concat(after.Resources.Except(before.Resources))
            .ToList();
        Assert.NotEmpty(changed);
        Assert.All(changed, resource => Assert.StartsWith("b", resource.Name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("4x4", "ct6e-standard-4t", "4", "4x4")]
    [InlineData("2x4", "ct6e-standard-4t", "2", "2x4")]
    [InlineData("16x16", "ct6e-standard-4t", "64", "16x16")]
    [InlineData("2x4", "ct6e-standard-8t", "1", null)]
    [InlineData("2x2", "ct6e-standard-4t", "1", null)]
    [InlineData("1x1", "ct6e-standard-1t", "1", null)]
    public async Task A_pool_has_the_hosts_of_its_topology_with_compact_placement_if_there_are_several(
        string topology,
        string machineType,
        string hosts,
        string? placed
    )
    {
        var pool = await PoolAsync($"topology: {topology}", $"machineType: {machineType}");

        Assert.Equal((machineType, hosts), (pool.TextAt("nodeConfig|machineType"), pool.TextAt("nodeCount")));
        Assert.Equal(placed, pool.TextAt("placementPolicy|tpuTopology"));
        Assert.Equal(placed is null ? null : "COMPACT", pool.TextAt("placementPolicy|type"));
    }

    [Fact]
    public async Task A_node_pool_is_in_one_zone_and_never_larger_than_its_slice()
    {
        var pool = await PoolAsync();

        Assert.Equal("us-east5", pool.TextAt("location"));
        Assert.Equal(["us-east5-b"], pool.TextsAt("nodeLocations"));
        Assert.Equal(
            ("SURGE", "0", "1"),
            (
                pool.TextAt("upgradeSettings|strategy"),
                pool.TextAt("upgradeSettings|maxSurge"),
                pool.TextAt("upgradeSettings|maxUnavailable")
            )
        );
    }

    [Fact]
    public async Task TPU_nodes_expose_their_identity_to_Pathways_and_repel_other_pods()
    {
        var pool = await PoolAsync();

        Assert.Equal("GCE_METADATA", pool.TextAt("nodeConfig|workloadMetadataConfig|mode"));
        Assert.Matches(
            "-tpu-nodes@my-project[.]iam[.]gserviceaccount[.]com$",
            pool.TextAt("nodeConfig|serviceAccount")
        );
        Assert.Equal(["https://www.googleapis.com/auth/cloud-platform"], pool.TextsAt("nodeConfig|oauthScopes"));
        Assert.Equal(
            ("google.com/tpu", "present", "NO_SCHEDULE"),
            (
                pool.TextAt("nodeConfig|taints|0|key"),
                pool.TextAt("nodeConfig|taints|0|value"),
                pool.TextAt("nodeConfig|taints|0|effect")
            )
        );
    }

    [Fact]
    public async Task The_pods_of_a_serving_run_only_in_its_own_pools()
    {
        var graph = await ManagedStack.RecordAsync(ManagedStack.Serving("a") + ManagedStack.Serving("b"));
        foreach (var name in new[] { "a", "b" })
        {
            var pool = graph.TpuPools().Single(one => one.Name == $"{name}-r0-s0");
            var model = graph.Single("LeaderWorkerSet", name);

            Assert.Equal(name, pool.TextAt("nodeConfig|labels|jetstream-pathways/serving"));
            foreach (var pod in new[] { "leaderTemplate", "workerTemplate" })
            {
                var selector = $"spec|leaderWorkerTemplate|{pod}|spec|nodeSelector|jetstream-pathways/serving";
                Assert.Equal(name, model.TextAt(selector));
            }
        }
    }

    [Fact]
    public async Task A_pool_is_replaced_delete_first_with_a_timeout_beyond_a_stockout()
    {
        var pool = await PoolAsync();

        Assert.Equal(new PlanBool(true), pool.Options["deleteBeforeReplace"]);
        Assert.Equal(PlanString.Known("90m"), pool.Options["customTimeouts"].At("create"));
        Assert.Null(pool.Options["protect"]);
    }

    [Fact]
    public async Task Changing_the_shape_of_a_pool_creates_a_new_pool() =>
        Assert.Equal(
            "[nodeConfig.machineType, nodeCount, nodeLocations, placementPolicy]",
            (await PoolAsync()).Options["replaceOnChanges"].Show()
        );

    [Fact]
    public async Task A_serving_without_its_checkpoint_has_all_resources_except_slices_and_LeaderWorkerSet()
    {
        const string made = "storage: { checkpointBuckets: [my-models] }";
        var waiting = await ManagedStack.RecordAsync(ManagedStack.Serving("a", "deployed: false"), made);
        var running = await ManagedStack.RecordAsync(ManagedStack.Serving("a", "monitoring: { alerts: false }"), made);

        Assert.Empty(waiting.Resources.Except(running.Resources));
        Assert.Equal(
            [
                "Dashboard",
                "JetStreamPathways",
                "Job",
                "LeaderWorkerSet",
                "NodePool",
                "PodMonitoring",
                "Service",
                "ServingObservability",
                "TpuPools",
            ],
            running
                .Resources.Except(waiting.Resources)
                .Select(resource => resource.Type.Split(':')[^1])
                .Order(StringComparer.Ordinal)
        );
    }

    private static async Task<ResourceState> PoolAsync(params string[] settings) =>
        Assert.Single((await ManagedStack.RecordAsync(ManagedStack.Serving("a", settings))).TpuPools());
}
