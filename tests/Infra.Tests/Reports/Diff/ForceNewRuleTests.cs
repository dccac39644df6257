using Infra.Resources.LeaderWorkerSets.Installation;
using Infra.Tests.Stacks;
using OfflinePreview.Diff;
using OfflinePreview.Graph;
using static Tests.Shared.SmallGraph;

namespace Infra.Tests.Reports.Diff;

public sealed class ForceNewRuleTests
{
    private const string Subnetwork = "gcp:compute/subnetwork:Subnetwork";

    [Fact]
    public async Task Every_type_that_a_stack_can_hold_has_a_row_and_every_row_is_needed()
    {
        var created = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var stack in ProviderRuleTests.Stacks.Cast<object[]>().Select(row => (string)row[0]).Concat(Controllers())
        )
        {
            var graph = await StackText.RecordAsync(stack, "dev");
            created.UnionWith(graph.Resources.Where(IsManaged).Select(node => node.Type));
        }

        Assert.Equal(created.Order(StringComparer.Ordinal), ForceNewRules.Types.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("10.0.0.0/20", "10.0.0.0/19", false)]
    [InlineData("10.0.16.0/20", "10.0.0.0/19", false)]
    [InlineData("10.0.0.0/19", "10.0.0.0/20", true)]
    [InlineData("10.0.0.0/20", "10.16.0.0/20", true)]
    [InlineData("10.0.0.0/20", "10.16.0.0/16", true)]
    public void A_subnetwork_is_expanded_in_place_and_replaced_by_any_other_change_of_its_range(
        string before,
        string after,
        bool replaces
    ) => Assert.Equal(replaces, Replaces(Subnetwork, "ipCidrRange", Text(before), Text(after)));

    [Fact]
    public void A_range_that_is_not_known_yet_replaces_no_subnetwork() =>
        Assert.False(Replaces(Subnetwork, "ipCidrRange", Text("10.0.0.0/20"), PlanString.Unknown("output")));

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    public void What_cannot_be_turned_off_replaces_the_cluster_once_it_is(bool before, bool after, bool replaces) =>
        Assert.Equal(
            replaces,
            Replaces(
                "gcp:container/cluster:Cluster",
                "enableL4IlbSubsetting",
                new PlanBool(before),
                new PlanBool(after)
            )
        );

    [Fact]
    public void A_type_without_a_row_follows_what_holds_for_all_of_its_provider() =>
        Assert.True(Replaces("kubernetes:apps/v1:StatefulSet", "kind", Text("StatefulSet"), Text("DaemonSet")));

    private static bool Replaces(string type, string argument, PlanValue old, PlanValue now)
    {
        var diff = GraphDiff.Compare(
            CreateGraph(Node(type, "it", Map((argument, old)))),
            CreateGraph(Node(type, "it", Map((argument, now))))
        );
        return Assert.Single(diff.Steps).Kind == StepKind.Replace;
    }

    private static bool IsManaged(ResourceNode node) =>
        node.Kind is ResourceKind.Custom or ResourceKind.RemoteChild && !ResourceOption.IsRead(node);

    // A cluster with each release of the controller.
    private static IEnumerable<string> Controllers() =>
        ReleaseManifest.Releases.Select(release =>
            $$"""
                cluster: { existing: { name: main, location: us-east5 } }
                leaderWorkerSet: { install: true, version: {{release}} }
                servings: []
                """
        );
}
