using System.Collections.Immutable;
using Infra.Model.Tpu;

namespace Infra.Model.Prices;

/// <summary>The list prices of a TPU generation's chips, in USD for one chip and one hour.</summary>
public sealed record PriceList
{
    private static readonly ImmutableArray<PriceList> All = DataFile.ReadFolder<PriceList>("Prices");

    /// <summary>The name of the generation.</summary>
    public required string Generation { get; init; }

    /// <summary>The month in which the prices were correct.</summary>
    public required string AsOf { get; init; }

    /// <summary>The prices on demand by region.</summary>
    public required IReadOnlyDictionary<string, double> OnDemand { get; init; }

    /// <summary>The prices of spot VMs by region, which float.</summary>
    public required IReadOnlyDictionary<string, double> Spot { get; init; }

    /// <summary>The price list of a generation; null for none.</summary>
    public static PriceList? Find(string generation) => All.FirstOrDefault(list => list.Generation == generation);

    /// <summary>The price in a region; null where there is no list price.</summary>
    public double? Find(CapacityKind kind, string region) =>
        kind switch
        {
            CapacityKind.OnDemand when OnDemand.TryGetValue(region, out var price) => price,
            CapacityKind.Spot when Spot.TryGetValue(region, out var price) => price,
            _ => null,
        };
}
