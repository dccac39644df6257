using OfflinePreview.Diff;
using OfflinePreview.Graph;
using static Tests.Shared.SmallGraph;

namespace OfflinePreview.Tests.Diff;

public sealed class ForceNewConditionTests
{
    private const string Subnetwork = "gcp:compute/subnetwork:Subnetwork";

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
    public void An_unknown_range_does_not_replace_the_subnetwork() =>
        Assert.False(Replaces(Subnetwork, "ipCidrRange", Text("10.0.0.0/20"), PlanString.Unknown("output")));

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    public void Turning_off_an_irreversible_feature_replaces_the_cluster(bool before, bool after, bool replaces) =>
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
    public void A_resource_type_without_rules_uses_those_of_its_provider() =>
        Assert.True(Replaces("kubernetes:apps/v1:StatefulSet", "kind", Text("StatefulSet"), Text("DaemonSet")));

    private static bool Replaces(string type, string argument, PlanValue old, PlanValue now) =>
        GetStep(CreateResource(type, "it", Map((argument, old))), CreateResource(type, "it", Map((argument, now)))).Kind
        == StepKind.Replace;
}
