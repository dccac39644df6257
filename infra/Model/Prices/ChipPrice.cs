using Infra.Model.Tpu;

namespace Infra.Model.Prices;

/// <summary>What one chip costs an hour.</summary>
/// <param name="Usd">The price, in USD; null where it is unknown.</param>
/// <param name="Source">Where the price comes from, such as <c>list price for on-demand capacity in us-east5, 2026-11</c>, or which price is unknown.</param>
public sealed record ChipPrice(double? Usd, string Source)
{
    /// <summary>The price that a setting gives.</summary>
    public static ChipPrice FromSetting(double usd) => new(usd, "capacity.pricePerChipHour");

    /// <summary>The list price.</summary>
    /// <param name="generation">The generation of the chips.</param>
    /// <param name="kind">The kind of capacity.</param>
    /// <param name="region">The region; null in an existing cluster.</param>
    public static ChipPrice FromList(TpuGeneration generation, CapacityKind kind, string? region)
    {
        if (region is null)
        {
            return new(null, "price unknown: the chips are those of an existing cluster");
        }

        var list = PriceList.Find(generation.Name);
        return list?.Find(kind, region) is { } price
            ? new(price, $"list price for {GetNoun(kind)} in {region}, {list.AsOf}")
            : new(null, $"price unknown for {GetNoun(kind)} in {region}");
    }

    private static string GetNoun(CapacityKind kind) =>
        kind switch
        {
            CapacityKind.OnDemand => "on-demand capacity",
            CapacityKind.Spot => "spot VMs",
            CapacityKind.Reservation => "a reservation",
            _ => "flex-start",
        };
}
