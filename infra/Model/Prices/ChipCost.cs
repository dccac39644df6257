using Infra.Model.Servings;

namespace Infra.Model.Prices;

/// <summary>What a number of chips costs an hour. Nothing else is counted: other nodes, control plane, disks, egress.</summary>
/// <param name="Chips">The number of chips; null where it is unknown.</param>
/// <param name="Price">The price of one.</param>
public sealed record ChipCost(long? Chips, ChipPrice Price)
{
    /// <summary>What the costs leave out, as a sentence.</summary>
    public const string Omissions =
        "Prices are those of TPU chips alone: other nodes, control plane, disks and egress are not included.";

    /// <summary>The costs in USD; null where they are unknown. No chips cost nothing, whatever their price.</summary>
    public double? Usd => Chips == 0 ? 0 : Chips * Price.Usd;

    /// <summary>The costs of a serving; 0 for one that is not deployed, and unknown on the nodes of an existing cluster.</summary>
    /// <param name="serving">The serving.</param>
    /// <param name="region">The region of its slices; null in an existing cluster.</param>
    public static ChipCost From(Serving serving, string? region) =>
        new(
            serving.Deployed ? serving.TotalChips
                : region is null ? null
                : 0,
            serving.Capacity.PricePerChipHour is { } price
                ? ChipPrice.FromSetting(price)
                : ChipPrice.FromList(serving.Generation, serving.Capacity.Kind, region)
        );
}
