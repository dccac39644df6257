using Infra.Model.Prices;
using Infra.Model.Tpu;

namespace Infra.Tests.Model.Prices;

public sealed class ChipPriceTests
{
    private static readonly TpuGeneration V6e = TpuGeneration.All.Single(generation => generation.Name == "v6e");

    [Theory]
    [InlineData(CapacityKind.OnDemand, "us-east5", 2.70, "list price for on-demand capacity in us-east5, 2026-11")]
    [InlineData(CapacityKind.Spot, "europe-west4", 1.03748, "list price for spot VMs in europe-west4, 2026-11")]
    [InlineData(
        CapacityKind.OnDemand,
        "southamerica-west1",
        null,
        "price unknown for on-demand capacity in southamerica-west1"
    )]
    [InlineData(CapacityKind.FlexStart, "asia-northeast1", null, "price unknown for flex-start in asia-northeast1")]
    [InlineData(CapacityKind.Reservation, "us-east5", null, "price unknown for a reservation in us-east5")]
    [InlineData(CapacityKind.OnDemand, null, null, "price unknown: the chips are those of an existing cluster")]
    public void A_price_names_its_source_and_is_null_if_unknown(
        CapacityKind kind,
        string? region,
        double? usd,
        string source
    ) => Assert.Equal(new ChipPrice(usd, source), ChipPrice.FromList(V6e, kind, region));

    [Fact]
    public void A_generation_without_a_price_list_has_no_price() =>
        Assert.Null(ChipPrice.FromList(V6e with { Name = "v9x" }, CapacityKind.OnDemand, "us-east5").Usd);

    [Fact]
    public void Every_price_list_is_of_a_known_generation() =>
        Assert.All(TpuGeneration.All, generation => Assert.NotNull(PriceList.Find(generation.Name)));

    [Theory]
    [InlineData(16, 2.70, 43.2)]
    [InlineData(16, null, null)]
    [InlineData(0, null, 0.0)]
    public void Zero_chips_cost_nothing_even_if_the_price_is_unknown(long chips, double? price, double? usd) =>
        Assert.Equal(usd, new ChipCost(chips, new(price, "")).Usd);
}
