using Infra.Reports;
using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Tests.Reports.Impacts;

/// <summary>Impacts of changes that no stack file makes yet, or not in that number.</summary>
public sealed class UpdateImpactTests
{
    private const string Start = "urn:pulumi:dev::shop::";
    private const string Release = "kubernetes:yaml/v2:ConfigFile";

    private static readonly string[] Objects =
    [
        "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition",
        "kubernetes:apps/v1:Deployment",
        "kubernetes:core/v1:ServiceAccount",
    ];

    [Fact]
    public void Many_objects_of_a_release_are_summarized_in_one_line()
    {
        var head = Head(GraphDiff.Compare(Graph(CreateRelease("v0.10.0")), Graph()));

        Assert.Contains("deletes 3 objects of the LeaderWorkerSet controller", head, StringComparison.Ordinal);
        Assert.Contains(
            "every LeaderWorkerSet of the cluster, including those of other stacks",
            head,
            StringComparison.Ordinal
        );
        Assert.Equal(3, head.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Retaining_the_CRD_keeps_the_LeaderWorkerSets()
    {
        var kept = CreateRelease("v0.10.0")
            .Select(resource =>
                resource.Type == Objects[0]
                    ? resource with
                    {
                        Options = Map(("retainOnDelete", new PlanBool(true))),
                    }
                    : resource
            );

        var head = Head(GraphDiff.Compare(Graph([.. kept]), Graph()));

        Assert.Contains("are no longer reconciled, including those of other stacks", head, StringComparison.Ordinal);
        Assert.DoesNotContain("its CRD is deleted", head, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_deleted_with_its_cluster_affects_no_other_cluster()
    {
        var cluster = Node("gcp:container/cluster:Cluster", "main", Map(("name", Text("main"))));
        var release = CreateRelease("v0.10.0")
            .Select(resource =>
                resource.Type == Release
                    ? resource with
                    {
                        Options = Map(("deletedWith", Text(cluster.Urn))),
                    }
                    : resource
            );

        var head = Head(GraphDiff.Compare(Graph([cluster, .. release]), Graph()));

        Assert.DoesNotContain("of other stacks", head, StringComparison.Ordinal);
        Assert.Contains("4 other resources are deleted as well", head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v0.10.0", "v0.9.0", true)]
    [InlineData("v0.9.0", "v0.10.0", false)]
    public void A_controller_downgrade_is_reported_as_unsupported(string from, string to, bool isBack) =>
        Assert.Equal(
            isBack,
            Head(GraphDiff.Compare(Graph(CreateRelease(from)), Graph(CreateRelease(to))))
                .Contains($"is downgraded from `{from}` to `{to}`, which is not supported", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("v0.5.1", "v0.6.0", "LeaderWorkerSets with subgroups go through a rolling update")]
    [InlineData("v0.6.0", "v0.10.0", "that alone restarts no replica")]
    public void A_controller_upgrade_lists_the_servings_that_restart(string from, string to, string expected) =>
        Assert.Contains(
            $"is upgraded from `{from}` to `{to}`: {expected}",
            Head(GraphDiff.Compare(Graph(CreateRelease(from)), Graph(CreateRelease(to)))),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_removed_object_of_a_release_is_not_reported_as_a_move_of_the_controller()
    {
        var head = Head(GraphDiff.Compare(Graph(CreateRelease("v0.10.0")), Graph(CreateRelease("v0.9.0")[..1])));

        Assert.DoesNotContain("moves to another cluster", head, StringComparison.Ordinal);
        Assert.DoesNotContain("no longer reconciled", head, StringComparison.Ordinal);
        Assert.Contains(
            "deletes the CRD: all custom resources of that kind are deleted",
            head,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "TPU chips: 16 now, 32 during the update, 16 after")]
    public void A_pool_that_is_created_before_the_old_one_is_deleted_needs_the_chips_of_both(
        bool deletesFirst,
        string? peak
    )
    {
        var pool = Pool("ct6e-standard-4t", "4x4", deletesFirst);

        var head = Head(GraphDiff.Compare(Graph(pool), Graph(Pool("ct6e-standard-4t", "2x8", deletesFirst))));

        Assert.Equal(peak is not null, head.Contains(peak ?? "during the update", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ct6e-standard-4t", "TPU nodes")]
    [InlineData("ct4-general", "nodes")]
    public void A_TPU_pool_is_recognized_by_its_machine_type(string machine, string noun) =>
        Assert.Contains(
            $"4 {noun} drain",
            Head(GraphDiff.Compare(Graph(Pool(machine, "4x4", true)), Graph())),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_managed_folder_that_is_not_forced_cannot_be_deleted_while_it_holds_objects()
    {
        var folder = Node("gcp:storage/managedFolder:ManagedFolder", "answers", Map(("name", Text("answers/"))));

        Assert.Contains(
            "fails unless it is empty",
            Head(GraphDiff.Compare(Graph(folder), Graph())),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_enabled_Google_API_is_not_drawn_as_a_Service()
    {
        var api = Node(
            "gcp:projects/service:Service",
            "tpu.googleapis.com",
            Map(("disableOnDestroy", new PlanBool(false)))
        );

        Assert.Contains(
            "deletes the Google API: nothing is disabled in the project",
            Head(GraphDiff.Compare(Graph(api), Graph())),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Replicas_in_a_deleted_cluster_are_reported_as_lost()
    {
        var cluster = Node("gcp:container/cluster:Cluster", "main", Map(("name", Text("main"))));
        var set = Set("100%", "image") with { Options = Map(("deletedWith", Text(cluster.Urn))) };

        Assert.Contains(
            "All replicas of `model` stop: the cluster that they run in is deleted",
            Head(GraphDiff.Compare(Graph(cluster, set), Graph(Set("100%", "image")))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("25%", "restart one by one")]
    [InlineData("50%", "restart 2 at a time")]
    [InlineData("100%", "all replicas restart at once")]
    public void The_rollout_of_replicas_follows_the_strategy_of_the_set(string maxUnavailable, string expected) =>
        Assert.Contains(
            expected,
            Head(GraphDiff.Compare(Graph(Set(maxUnavailable, "a")), Graph(Set(maxUnavailable, "b")))),
            StringComparison.Ordinal
        );

    [Fact]
    public void Servings_with_the_same_impact_share_a_sentence()
    {
        ResourceState[] Sets(string image) => [.. "abcde".Select(name => Set("100%", image, $"{name}"))];

        Assert.Contains(
            "- **No replica of `a`, `b`, `c` and 2 more answers until the model is loaded again: all replicas restart at once.**",
            Head(GraphDiff.Compare(Graph(Sets("old")), Graph(Sets("new")))),
            StringComparison.Ordinal
        );
    }

    private static string Head(GraphDiff diff)
    {
        var markdown = DiffMarkdown.Write(diff);
        return markdown[..markdown.IndexOf("<details>", StringComparison.Ordinal)];
    }

    private static ResourceState[] CreateRelease(string version)
    {
        var file = $"https://github.com/kubernetes-sigs/lws/releases/download/{version}/manifests.yaml";
        var release = Node(Release, "release", Map(("file", Text(file))));
        return
        [
            release,
            .. Objects.Select(type => Node(type, type.Split(':')[^1], PlanMap.Empty) with { Parent = release.Urn }),
        ];
    }

    private static ResourceState Pool(string machine, string topology, bool deletesFirst) =>
        Node(
            "gcp:container/nodePool:NodePool",
            "pool",
            Map(
                ("nodeCount", new PlanNumber("4")),
                ("placementPolicy", Map(("tpuTopology", Text(topology)))),
                ("nodeConfig", Map(("machineType", Text(machine))))
            )
        ) with
        {
            Options = Map(("deleteBeforeReplace", new PlanBool(deletesFirst))),
        };

    private static ResourceState Set(string maxUnavailable, string image, string name = "model") =>
        Node(
            "kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet",
            name,
            Map(
                (
                    "spec",
                    Map(
                        ("replicas", new PlanNumber("4")),
                        (
                            "rolloutStrategy",
                            Map(("rollingUpdateConfiguration", Map(("maxUnavailable", Text(maxUnavailable)))))
                        ),
                        ("leaderWorkerTemplate", Map(("image", Text(image))))
                    )
                )
            )
        );

    private static ResourceState Node(string type, string name, PlanMap inputs) =>
        new()
        {
            Urn = $"{Start}{type}::{name}",
            Type = type,
            Name = name,
            Inputs = inputs,
        };

    private static StackGraph Graph(params ResourceState[] resources) =>
        new("shop", "dev", [.. resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal)]);

    private static PlanString Text(string text) => PlanString.Known(text);

    private static PlanMap Map(params (string Key, PlanValue Value)[] entries) =>
        PlanMap.From(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
