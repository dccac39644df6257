using Infra.Reports;
using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Tests.Reports.Output;

public sealed class CostReportTests
{
    private const string Omissions =
        "    Prices are those of TPU chips alone: other nodes, control plane, disks and egress are not included.\n";

    [Fact]
    public void A_pool_on_demand_costs_its_list_price() =>
        Assert.Equal(
            "    43.20 USD an hour for 16 chips (list price for on-demand capacity in us-east5, 2026-11)\n" + Omissions,
            CostReport.Write(Graph(Pool("a")))
        );

    [Fact]
    public void Several_prices_are_added_up() =>
        Assert.Equal(
            "    43.20 USD an hour for 16 chips (list price for on-demand capacity in us-east5, 2026-11)\n"
                + "    19.44 USD an hour for 16 chips (list price for spot VMs in us-east5, 2026-11)\n"
                + "    62.64 USD an hour in total\n"
                + Omissions,
            CostReport.Write(Graph(Pool("a"), Pool("b", "spot")))
        );

    [Fact]
    public void There_is_no_total_with_an_unknown_price() =>
        Assert.Equal(
            "    43.20 USD an hour for 16 chips (list price for on-demand capacity in us-east5, 2026-11)\n"
                + "    16 chips: price unknown for flex-start in us-east5\n"
                + Omissions,
            CostReport.Write(Graph(Pool("a"), Pool("b", "flexStart")))
        );

    [Fact]
    public void The_price_of_a_component_overrides_the_list_price() =>
        Assert.StartsWith(
            "    24.00 USD an hour for 16 chips (capacity.pricePerChipHour)\n",
            CostReport.Write(Graph(Component("1.5"), Pool("a") with { Parent = "urn:pools" })),
            StringComparison.Ordinal
        );

    [Fact]
    public void No_costs_are_reported_without_node_pools() => Assert.Equal("", CostReport.Write(Graph()));

    [Fact]
    public void A_second_pool_doubles_the_costs() =>
        Assert.Equal(
            "Price of the TPU chips: 43.20 USD an hour → 86.40 USD an hour",
            CostReport.Change(GraphDiff.Compare(Graph(Pool("a")), Graph(Pool("a"), Pool("b"))))
        );

    [Fact]
    public void A_pool_that_is_created_before_the_old_one_is_deleted_costs_twice() =>
        Assert.Equal(
            "Price of the TPU chips: 43.20 USD an hour, up to 86.40 USD an hour during the update",
            CostReport.Change(GraphDiff.Compare(Graph(Pool("a")), Graph(Pool("b"))))
        );

    [Fact]
    public void A_changed_price_of_the_same_pool_is_a_change_of_costs() =>
        Assert.Equal(
            "Price of the TPU chips: 24.00 USD an hour → 16.00 USD an hour",
            CostReport.Change(
                GraphDiff.Compare(
                    Graph(Component("1.5"), Pool("a") with { Parent = "urn:pools" }),
                    Graph(Component("1"), Pool("a") with { Parent = "urn:pools" })
                )
            )
        );

    [Fact]
    public void An_unknown_price_makes_the_costs_unknown() =>
        Assert.Equal(
            "Price of the TPU chips: 43.20 USD an hour → unknown",
            CostReport.Change(GraphDiff.Compare(Graph(Pool("a")), Graph(Pool("a"), Pool("b", "flexStart"))))
        );

    private static ResourceState Component(string price) =>
        new()
        {
            Urn = "urn:pools",
            Type = "jetstream-pathways:index:TpuPools",
            Name = "pools",
            Inputs = Map(("pricePerChipHour", new PlanNumber(price))),
        };

    private static ResourceState Pool(string name, string? kind = null) =>
        new()
        {
            Urn = $"urn:pulumi:dev::shop::gcp:container/nodePool:NodePool::{name}",
            Type = "gcp:container/nodePool:NodePool",
            Name = name,
            Inputs = Map(
                ("location", PlanString.Known("us-east5")),
                ("nodeCount", new PlanNumber("4")),
                (
                    "nodeConfig",
                    Map(
                        ("machineType", PlanString.Known("ct6e-standard-4t")),
                        (kind ?? "preemptible", new PlanBool(kind is not null))
                    )
                )
            ),
        };

    private static StackGraph Graph(params ResourceState[] resources) =>
        new("shop", "dev", [.. resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal)]);

    private static PlanMap Map(params (string Key, PlanValue Value)[] entries) =>
        PlanMap.From(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
