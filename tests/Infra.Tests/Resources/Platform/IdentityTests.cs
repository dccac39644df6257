using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

public sealed class IdentityTests
{
    private static readonly string[] NodeRoles =
    [
        "roles/artifactregistry.reader",
        "roles/logging.logWriter",
        "roles/monitoring.metricWriter",
        "roles/monitoring.viewer",
        "roles/stackdriver.resourceMetadata.writer",
    ];

    [Theory]
    [InlineData("platform-system-nodes")]
    [InlineData("platform-tpu-nodes")]
    public async Task A_node_account_has_only_the_default_node_roles_in_the_project(string account)
    {
        var graph = await ManagedStack.RecordAsync(ManagedStack.Serving("a"));

        Assert.Equal(NodeRoles, Roles(graph, "IAMMember", account));
    }

    [Fact]
    public async Task Only_nodes_with_chips_use_buckets_and_only_those_that_servings_name()
    {
        var servings =
            ManagedStack.Serving("a") + ManagedStack.Serving("b", "checkpoint: gs://other/b", "scratch: gs://mine/tmp");
        var graph = await ManagedStack.RecordAsync(servings);

        Assert.Empty(Roles(graph, "BucketIAMMember", "platform-system-nodes"));
        Assert.Equal(8, Roles(graph, "BucketIAMMember", "platform-tpu-nodes").Count());
        Assert.Equal(
            [
                "mine roles/storage.insightsCollectorService",
                "mine roles/storage.objectUser",
                "my-models roles/storage.legacyBucketReader",
                "my-models roles/storage.objectViewer",
                "my-project-jetstream-pathways-test-scratch roles/storage.insightsCollectorService",
                "my-project-jetstream-pathways-test-scratch roles/storage.objectUser",
                "other roles/storage.legacyBucketReader",
                "other roles/storage.objectViewer",
            ],
            graph
                .GetResources("BucketIAMMember")
                .Select(grant => $"{grant.TextAt("bucket")} {grant.TextAt("role")}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_custom_role_is_granted_on_buckets_of_temporary_data_only()
    {
        const string role = "projects/my-project/roles/pathwaysScratch";
        var graph = await ManagedStack.RecordAsync(ManagedStack.Serving("a"), $"storage: {{ scratchRole: {role} }}");

        Assert.Equal(
            "my-project-jetstream-pathways-test-scratch",
            Assert.Single(graph.GetResources("BucketIAMMember"), grant => grant.TextAt("role") == role).TextAt("bucket")
        );
    }

    [Fact]
    public async Task Nodes_use_service_accounts_of_the_stack()
    {
        var graph = await ManagedStack.RecordAsync(ManagedStack.Serving("a"));

        Assert.All(
            graph.TpuPools(),
            pool => Assert.Equal(graph.GetEmail("platform-tpu-nodes"), pool.TextAt("nodeConfig|serviceAccount"))
        );
        Assert.All(
            [graph.Single("Cluster"), graph.Single("NodePool", "platform-system")],
            resource =>
                Assert.Equal(graph.GetEmail("platform-system-nodes"), resource.TextAt("nodeConfig|serviceAccount"))
        );
    }

    private static IEnumerable<string?> Roles(StackGraph graph, string type, string account) =>
        graph
            .GetResources(type)
            .Where(grant => grant.TextAt("member") == $"serviceAccount:{graph.GetEmail(account)}")
            .Select(grant => grant.TextAt("role"))
            .Order(StringComparer.Ordinal);
}
