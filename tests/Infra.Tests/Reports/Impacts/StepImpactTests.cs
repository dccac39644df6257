using Infra.Reports;
using OfflinePreview.Graph;
using static Tests.Shared.SmallGraph;

namespace Infra.Tests.Reports.Impacts;

/// <summary>The impact of one step.</summary>
public sealed class StepImpactTests
{
    [Fact]
    public void The_impact_counts_the_nodes_that_drain()
    {
        PlanMap Inputs(string topology) =>
            Map(
                ("nodeCount", new PlanNumber("4")),
                ("placementPolicy", Map(("tpuTopology", Text(topology)))),
                ("nodeConfig", Map(("machineType", Text("ct6e-standard-4t"))))
            );
        var pool = CreateResource("gcp:container/nodePool:NodePool", "pool", Inputs("4x4"));

        Assert.Equal(
            "replaces the node pool: 4 TPU nodes drain, their pods stay Pending until chips are available and the new nodes are ready",
            StepImpact.Describe(GetStep(pool, pool with { Inputs = Inputs("4x8") }))
        );
    }

    [Fact]
    public void A_change_that_the_API_rejects_is_described()
    {
        PlanMap Inputs(string size) =>
            Map(("spec", Map(("leaderWorkerTemplate", Map(("subGroupPolicy", Map(("subGroupSize", Text(size)))))))));
        var serving = CreateResource("kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet", "it", Inputs("2"));

        Assert.Contains(
            "rejects",
            StepImpact.Describe(GetStep(serving, serving with { Inputs = Inputs("4") })),
            StringComparison.Ordinal
        );
    }
}
