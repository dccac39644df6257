using Infra.Reports;
using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Tests.Reports.Impacts;

public sealed class DeletionGuardTests
{
    private const string Start = "urn:pulumi:dev::shop::";
    private const string ClusterType = "gcp:container/cluster:Cluster";
    private const string Vpc = "gcp:compute/network:Network";

    [Theory]
    [InlineData(true, false, true, "protect makes the update fail unless an earlier one turned it off; without it, ")]
    [InlineData(
        false,
        true,
        true,
        "deletionProtection makes the update fail unless an earlier one turned it off; without it, "
    )]
    [InlineData(
        true,
        true,
        true,
        "protect and deletionProtection make the update fail unless an earlier one turned them off; without them, "
    )]
    [InlineData(
        true,
        true,
        false,
        "deletionProtection makes the update fail unless an earlier one turned it off; without it, "
    )]
    [InlineData(true, false, false, "")]
    [InlineData(false, false, true, "")]
    public void The_old_protection_of_a_cluster_decides_whether_its_replacement_is_refused(
        bool protect,
        bool deletionProtection,
        bool staysProtected,
        string expected
    )
    {
        var before = Cluster("a", protect, deletionProtection);
        var after = Cluster("b", protect && staysProtected, deletionProtection && staysProtected);

        Assert.StartsWith(
            $"{expected}replaces the cluster",
            Impact(Graph(before), Graph(after)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_protected_dependent_of_a_deleted_resource_cannot_be_unprotected_in_the_same_update()
    {
        var before = Cluster("a", protect: true, deletionProtection: false) with
        {
            PropertyDependencies = Map(("network", new PlanList([PlanString.Known($"{Start}{Vpc}::main")]))),
        };
        var after = before with { Options = PlanMap.Empty };

        Assert.StartsWith(
            "protect makes the update fail",
            Impact(Graph(before, Network("old")), Graph(after, Network("new"))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Deleting_a_protected_cluster_is_refused() =>
        Assert.StartsWith(
            "protect and deletionProtection make the update fail",
            Impact(Graph(Cluster("a", protect: true, deletionProtection: true)), Graph()),
            StringComparison.Ordinal
        );

    private static string? Impact(StackGraph before, StackGraph after) =>
        StepImpact.Describe(GraphDiff.Compare(before, after).Steps.Single(step => step.Resource.Type == ClusterType));

    private static ResourceState Cluster(string location, bool protect, bool deletionProtection) =>
        Node(
            ClusterType,
            Map(
                ("deletionProtection", new PlanBool(deletionProtection)),
                ("location", PlanString.Known(location)),
                ("network", PlanString.Known("vpc"))
            )
        ) with
        {
            Options = Map(("protect", new PlanBool(protect))),
        };

    private static ResourceState Network(string name) => Node(Vpc, Map(("name", PlanString.Known(name))));

    private static ResourceState Node(string type, PlanMap inputs) =>
        new()
        {
            Urn = $"{Start}{type}::main",
            Type = type,
            Name = "main",
            Inputs = inputs,
        };

    private static StackGraph Graph(params ResourceState[] resources) =>
        new("shop", "dev", [.. resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal)]);

    private static PlanMap Map(params (string Key, PlanValue Value)[] entries) =>
        PlanMap.From(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
