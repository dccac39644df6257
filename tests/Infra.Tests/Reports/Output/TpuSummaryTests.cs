using Infra.Reports;
using OfflinePreview.Graph;

namespace Infra.Tests.Reports.Output;

public sealed class TpuSummaryTests
{
    [Fact]
    public void Each_subgroup_is_a_slice() =>
        Assert.Equal(new TpuServing("a", 3, 6, "2x4", 12, 48), Serving(Set("a", Number(3), Number(5), Number(2), "4")));

    [Fact]
    public void Without_subgroups_each_replica_is_a_slice() =>
        Assert.Equal(new TpuServing("a", 2, 2, "2x4", 8, 32), Serving(Set("a", Number(2), Number(5), null, "4")));

    [Fact]
    public void Without_a_leader_template_the_leader_is_a_worker()
    {
        var set = PlanMap.From([
            new(
                "spec",
                PlanMap.From([
                    new(
                        "leaderWorkerTemplate",
                        PlanMap.From([new("size", Number(2)), new("workerTemplate", Pod("8"))])
                    ),
                ])
            ),
        ]);

        Assert.Equal(new TpuServing("logical", 1, 1, "2x4", 2, 16), Serving(set));
    }

    [Fact]
    public void Numbers_derived_from_an_unknown_number_are_unknown()
    {
        var summary = TpuSummary.FromGraph(
            Graph(Set("a", PlanString.Unknown("pool"), Number(5), null, "4"), Set("b", Number(1), Number(2), null, "1"))
        );

        Assert.Equal(new TpuServing("a", null, null, "2x4", null, null), summary.Servings[0]);
        Assert.Equal((null, null, null), (summary.TotalSlices, summary.TotalHosts, summary.TotalChips));
    }

    [Fact]
    public void Large_chip_counts_do_not_overflow() =>
        Assert.Equal(
            new TpuServing("a", 1_000_000, 64_000_000, "2x4", 4_096_000_000, 16_384_000_000),
            Serving(Set("a", Number(1_000_000), Number(4_097), Number(64), "4"))
        );

    [Fact]
    public void Sets_without_chips_are_left_out() =>
        Assert.Empty(TpuSummary.FromGraph(Graph(Set("a", Number(1), Number(5), null, null))).Servings);

    [Fact]
    public void Totals_and_table_match_the_golden_file() =>
        Golden.Matches(
            TreeRenderer.Render(
                Graph(
                    Set("batch", Number(2), Number(9), null, "4"),
                    Set("disaggregated", Number(1), Number(5), Number(2), "4"),
                    Set("scaled", PlanString.Unknown("pool"), Number(3), null, "4")
                )
            ),
            "Reports/Golden/tpu.golden.txt"
        );

    private static TpuServing Serving(PlanMap set) => TpuSummary.FromGraph(Graph(set)).Servings.Single();

    private static StackGraph Graph(params PlanMap[] sets) =>
        new(
            "shop",
            "dev",
            [
                .. sets.Select(
                    (set, index) =>
                        new ResourceState
                        {
                            Urn = $"{index}",
                            Type = "kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet",
                            Name = "logical",
                            Inputs = set,
                        }
                ),
            ]
        );

    private static PlanMap Set(string name, PlanValue replicas, PlanValue size, PlanValue? subgroup, string? chips)
    {
        var template = new Dictionary<string, PlanValue>(StringComparer.Ordinal)
        {
            ["size"] = size,
            ["leaderTemplate"] = Pod(null),
            ["workerTemplate"] = Pod(chips),
        };
        if (subgroup is not null)
        {
            template.Add("subGroupPolicy", PlanMap.From([new("subGroupSize", subgroup)]));
        }

        return PlanMap.From([
            new("metadata", PlanMap.From([new("name", PlanString.Known(name))])),
            new("spec", PlanMap.From([new("replicas", replicas), new("leaderWorkerTemplate", PlanMap.From(template))])),
        ]);
    }

    private static PlanMap Pod(string? chips)
    {
        var limits = chips is null ? PlanMap.Empty : PlanMap.From([new("google.com/tpu", PlanString.Known(chips))]);
        var container = PlanMap.From([new("resources", PlanMap.From([new("limits", limits)]))]);
        var selector = PlanMap.From([new("cloud.google.com/gke-tpu-topology", PlanString.Known("2x4"))]);
        return PlanMap.From([
            new("spec", PlanMap.From([new("nodeSelector", selector), new("containers", new PlanList([container]))])),
        ]);
    }

    private static PlanNumber Number(int value) => new($"{value}");
}
