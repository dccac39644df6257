using Infra.Preview.Graph;

namespace Infra.Tests.Platform;

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
    [InlineData("system-nodes")]
    [InlineData("tpu-nodes")]
    public async Task A_node_may_do_in_the_project_what_every_node_does_and_no_more(string account)
    {
        var graph = await Managed.RecordAsync(Managed.Serving("a"));

        Assert.Equal(NodeRoles, Roles(graph.Of("IAMMember"), account));
    }

    [Fact]
    public async Task Only_nodes_with_chips_use_buckets_and_only_those_that_servings_name()
    {
        var servings =
            Managed.Serving("a") + Managed.Serving("b", "checkpoint: gs://other/b", "scratch: gs://mine/tmp");
        var grants = (await Managed.RecordAsync(servings)).Of("BucketIAMMember").ToList();

        Assert.Empty(Roles(grants, "system-nodes"));
        Assert.Equal(
            [
                "[unknown: my-project-jetstream-pathways-test-scratch.name] roles/storage.legacyBucketOwner",
                "[unknown: my-project-jetstream-pathways-test-scratch.name] roles/storage.objectUser",
                "mine roles/storage.legacyBucketOwner",
                "mine roles/storage.objectUser",
                "my-models roles/storage.legacyBucketReader",
                "my-models roles/storage.objectViewer",
                "other roles/storage.legacyBucketReader",
                "other roles/storage.objectViewer",
            ],
            grants.Select(grant => $"{grant.TextAt("bucket")} {grant.TextAt("role")}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Nodes_act_as_accounts_of_the_stack()
    {
        var graph = await Managed.RecordAsync(Managed.Serving("a"));

        Assert.All(
            graph.Of("NodePool"),
            pool => Assert.Matches(@"\[unknown: (system|tpu)-nodes\.email\]", pool.TextAt("nodeConfig|serviceAccount"))
        );
        Assert.Equal("[unknown: system-nodes.email]", graph.Single("Cluster").TextAt("nodeConfig|serviceAccount"));
    }

    private static IEnumerable<string?> Roles(IEnumerable<ResourceNode> grants, string account) =>
        grants
            .Where(grant => grant.TextAt("member") == $"[unknown: {account}.member]")
            .Select(grant => grant.TextAt("role"))
            .Order(StringComparer.Ordinal);
}
