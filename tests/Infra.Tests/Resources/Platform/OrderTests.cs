using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

public sealed class OrderTests : IAsyncLifetime
{
    private StackGraph _graph = null!;
    private Order _order = null!;

    public async Task InitializeAsync()
    {
        var servings = ManagedStack.Serving("one", "slices: 2", "namespace: apart") + ManagedStack.Serving("two");
        _graph = await ManagedStack.RecordAsync(
            servings,
            "cluster: { managed: { enableApis: true } }\nstorage: { checkpointBuckets: [my-models] }"
        );
        _order = new(_graph);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private IEnumerable<ResourceState> Buckets => _graph.GetResources("Bucket");

    private IEnumerable<ResourceState> Grants =>
        _graph.GetResources("IAMMember").Concat(_graph.GetResources("BucketIAMMember"));

    private IEnumerable<ResourceState> Network =>
        _graph.Resources.Where(resource => resource.Type.StartsWith("gcp:compute/", StringComparison.Ordinal));

    private IEnumerable<ResourceState> Cluster => [_graph.Single("Cluster")];

    private IEnumerable<ResourceState> SystemPool => [_graph.Single("NodePool", "platform-system")];

    private IEnumerable<ResourceState> Controller =>
        _graph.Resources.Where(resource => resource.Name.StartsWith("leader-worker-set-", StringComparison.Ordinal));

    private ResourceState Model(string name) => _graph.Single("LeaderWorkerSet", name);

    private IEnumerable<ResourceState> Pools(string serving) =>
        _graph.TpuPools().Where(pool => pool.Name.StartsWith(serving, StringComparison.Ordinal));

    [Fact]
    public void Google_Cloud_resources_depend_on_the_APIs() =>
        _order.Holds(
            _graph
                .GetResources("Service")
                .Where(resource => resource.Type.StartsWith("gcp:", StringComparison.Ordinal)),
            [.. Network, .. Grants, .. Buckets, .. Cluster]
        );

    [Fact]
    public void The_cluster_depends_on_network_identities_and_buckets() =>
        _order.Holds([.. Network, .. Grants, .. Buckets, .. _graph.GetResources("Account")], Cluster);

    [Fact]
    public void The_system_nodes_depend_on_the_cluster() => _order.Holds(Cluster, SystemPool);

    [Fact]
    public void The_controller_and_the_slices_depend_on_the_system_nodes() =>
        _order.Holds(SystemPool, [.. Controller, .. _graph.TpuPools()]);

    [Fact]
    public void The_slices_depend_on_the_roles_of_their_nodes() => _order.Holds(Grants, _graph.TpuPools());

    [Fact]
    public void The_controller_and_the_slices_are_independent()
    {
        Assert.All(
            Controller,
            resource => Assert.Empty(_order.WaitsFor(resource).Intersect(_graph.TpuPools().Select(pool => pool.Urn)))
        );
        Assert.All(
            _graph.TpuPools(),
            pool => Assert.Empty(_order.WaitsFor(pool).Intersect(Controller.Select(resource => resource.Urn)))
        );
    }

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    public void A_serving_depends_only_on_the_controller_and_its_own_slices(string name)
    {
        _order.Holds([.. Controller, .. Pools(name)], [Model(name)]);

        var others = _graph.TpuPools().Except(Pools(name)).Select(pool => pool.Urn);
        Assert.Empty(_order.WaitsFor(Model(name)).Intersect(others));
    }

    [Fact]
    public void A_serving_depends_on_its_namespace() => _order.Holds([_graph.Single("Namespace")], [Model("one")]);

    [Fact]
    public void No_resource_depends_on_itself() =>
        Assert.All(_graph.Resources, resource => Assert.DoesNotContain(resource.Urn, _order.WaitsFor(resource)));

    [Fact]
    public void Objects_in_a_managed_cluster_are_deleted_with_the_cluster()
    {
        var cluster = PlanString.Known(_graph.Single("Cluster").Urn);
        var inside = _graph
            .Resources.Where(resource => resource.Provider == _graph.Single("kubernetes", "cluster").Urn)
            .ToList();

        Assert.NotEmpty(inside);
        Assert.All(
            inside,
            resource =>
                Assert.Equal(
                    cluster,
                    Ancestry(resource).Select(one => one.Options["deletedWith"]).First(value => value is not null)
                )
        );
    }

    [Fact]
    public async Task Objects_in_an_existing_cluster_are_deleted_individually()
    {
        var graph = await StackText.RecordAsync(
            "cluster: { existing: {} }\nservings:\n  - { name: a, topology: 2x2, checkpoint: gs://mine/model, scratch: gs://mine/tmp }"
        );

        Assert.All(graph.Resources, resource => Assert.Null(resource.Options["deletedWith"]));
    }

    /// <summary>The engine hands the option down from components.</summary>
    private IEnumerable<ResourceState> Ancestry(ResourceState? resource)
    {
        for (; resource is not null; resource = _graph.Resources.SingleOrDefault(one => one.Urn == resource.Parent))
        {
            yield return resource;
        }
    }
}
