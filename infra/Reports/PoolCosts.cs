using System.Globalization;
using Infra.Model.Prices;
using Infra.Model.Tpu;
using OfflinePreview.Graph;

namespace Infra.Reports;

/// <summary>What the TPU node pools of a plan cost, by the arguments of the pools and of their component.</summary>
internal static class PoolCosts
{
    /// <summary>The argument of the component of node pools that gives a price.</summary>
    public const string PriceArgument = "pricePerChipHour";

    /// <summary>The costs of all TPU node pools, pools of one price together, in the order of the plan.</summary>
    public static List<ChipCost> Collect(StackGraph graph)
    {
        var components = GetComponents(graph);
        return
        [
            .. graph
                .Resources.Select(resource => Get(resource, components))
                .OfType<ChipCost>()
                .GroupBy(cost => cost.Price)
                .Select(costs => new ChipCost(
                    costs.Aggregate((long?)0, (total, cost) => total + cost.Chips),
                    costs.Key
                )),
        ];
    }

    /// <summary>The components of a plan that give a price, by their URNs.</summary>
    public static Dictionary<string, double> GetComponents(StackGraph graph) =>
        graph
            .Resources.Select(resource => (resource.Urn, Price: resource.Inputs[PriceArgument] as PlanNumber))
            .Where(component => component.Price is not null)
            .ToDictionary(
                component => component.Urn,
                component => double.Parse(component.Price!.Text, CultureInfo.InvariantCulture),
                StringComparer.Ordinal
            );

    /// <summary>The costs of a resource; null for anything but a TPU node pool.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="components">The prices of components.</param>
    public static ChipCost? Get(ResourceState resource, Dictionary<string, double> components)
    {
        if (
            !TpuNodePool.IsNodePool(resource)
            || !MachineType.TryParse(resource.GetArgument("nodeConfig.machineType").AsString() ?? "", out var machine)
        )
        {
            return null;
        }

        var generation = TpuGeneration.All.First(one => one.MachineTypes.Contains(machine));
        return new(
            TpuNodePool.Read(resource).Chips,
            components.TryGetValue(resource.Parent ?? "", out var price)
                ? ChipPrice.FromSetting(price)
                : ChipPrice.FromList(generation, GetKind(resource), resource.GetArgument("location").AsString())
        );
    }

    private static CapacityKind GetKind(ResourceState pool) =>
        pool.GetArgument("nodeConfig.spot").IsTrue() ? CapacityKind.Spot
        : pool.GetArgument("nodeConfig.flexStart").IsTrue() ? CapacityKind.FlexStart
        : TpuNodePool.GetReservation(pool) is not null ? CapacityKind.Reservation
        : CapacityKind.OnDemand;
}
