using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Platform;

public sealed class CapacityTests
{
    private static readonly string[] Pool =
    [
        "autoscaling",
        "initialNodeCount",
        "management",
        "nodeCount",
        "queuedProvisioning",
        "upgradeSettings",
    ];
    private static readonly string[] Node =
    [
        "flexStart",
        "maxRunDuration",
        "preemptible",
        "reservationAffinity",
        "spot",
    ];

    private const string Kept = "{autoRepair: true, autoUpgrade: true}";
    private const string InPlace = "{maxSurge: 0, maxUnavailable: 1, strategy: SURGE}";
    private const string NoReservation = "{consumeReservationType: NO_RESERVATION}";

    [Theory]
    [InlineData("{}", $"management={Kept} nodeCount=4 upgradeSettings={InPlace}")]
    [InlineData("{ kind: on-demand }", $"management={Kept} nodeCount=4 upgradeSettings={InPlace}")]
    [InlineData(
        "{ kind: spot }",
        $"management={Kept} nodeCount=4 upgradeSettings={InPlace} reservationAffinity={NoReservation} spot=true"
    )]
    [InlineData(
        "{ kind: reservation, reservation: mine }",
        $"management={Kept} nodeCount=4 upgradeSettings={InPlace} reservationAffinity="
            + "{consumeReservationType: SPECIFIC_RESERVATION, key: compute.googleapis.com/reservation-name, values: [mine]}"
    )]
    [InlineData(
        "{ kind: flex-start }",
        "autoscaling={locationPolicy: ANY, maxNodeCount: 4, minNodeCount: 0} initialNodeCount=0 "
            + "management={autoRepair: false, autoUpgrade: true} "
            + $"flexStart=true maxRunDuration=604800s reservationAffinity={NoReservation}"
    )]
    [InlineData(
        "{ kind: flex-start, maxRunDuration: 24h }",
        "autoscaling={locationPolicy: ANY, maxNodeCount: 4, minNodeCount: 0} initialNodeCount=0 "
            + "management={autoRepair: false, autoUpgrade: true} "
            + $"flexStart=true maxRunDuration=86400s reservationAffinity={NoReservation}"
    )]
    public async Task Each_capacity_kind_sets_exactly_its_own_arguments(string capacity, string expected)
    {
        var graph = await ManagedStack.RecordAsync(ManagedStack.Serving("a", $"capacity: {capacity}"));
        var pool = Assert.Single(graph.TpuPools()).Inputs;

        Assert.Equal(expected, string.Join(' ', Set(pool, Pool).Concat(Set((PlanMap)pool["nodeConfig"]!, Node))));
    }

    [Theory]
    [InlineData("{ kind: queued }", "capacity.kind", "ProvisioningRequest")]
    [InlineData("{ kind: reservation }", "capacity.reservation", "missing")]
    [InlineData("{ kind: spot, reservation: mine }", "capacity.reservation", "kind reservation")]
    [InlineData(
        "{ kind: reservation, reservation: mine, maxRunDuration: 1d }",
        "capacity.maxRunDuration",
        "kind flex-start"
    )]
    [InlineData("{ kind: flex-start, maxRunDuration: 8d }", "capacity.maxRunDuration", "seven days")]
    [InlineData("{ kind: free }", "capacity.kind", "on-demand, spot, reservation, flex-start")]
    public void Other_combinations_of_capacity_settings_are_refused(string capacity, string key, string reason)
    {
        var problem = Assert.Single(
            StackText.Load(ManagedStack.Stack(ManagedStack.Serving("a", $"capacity: {capacity}"))).Problems
        );

        Assert.Equal($"servings[0].{key}", problem.Key);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Set(PlanMap map, string[] keys) =>
        keys.Where(key => map[key] is not null).Select(key => $"{key}={map[key].Show()}");
}
