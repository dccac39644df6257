using Infra.Model.Tpu;
using OfflinePreview.Graph;

namespace Infra.Reports;

/// <summary>How many nodes and TPU chips a node pool takes. A number that depends on something unknown is null.</summary>
/// <param name="Nodes">Its nodes; where it scales by itself, the most it may have.</param>
/// <param name="IsUpperBound">Whether it scales by itself.</param>
/// <param name="ChipsPerNode">Chips of each node; 0 for a machine type without chips.</param>
internal sealed record TpuNodePool(long? Nodes, bool IsUpperBound, int ChipsPerNode)
{
    /// <summary>Whether its nodes have chips.</summary>
    public bool HasChips => ChipsPerNode > 0;

    /// <summary>All its chips.</summary>
    public long? Chips => HasChips ? Nodes * ChipsPerNode : 0;

    /// <summary>Whether a resource is a node pool.</summary>
    public static bool IsNodePool(ResourceState resource) => resource.Type == "gcp:container/nodePool:NodePool";

    /// <summary>Reads a node pool.</summary>
    public static TpuNodePool Read(ResourceState pool)
    {
        var inputs = pool.Inputs;
        var zones = inputs["nodeLocations"] is PlanList { Items.Length: > 0 } list ? list.Items.Length : 1;
        var fixedCount = inputs["nodeCount"].AsInteger() * zones;
        var limit =
            inputs.Find("autoscaling", "maxNodeCount").AsInteger() * zones
            ?? inputs.Find("autoscaling", "totalMaxNodeCount").AsInteger();
        return new(
            fixedCount ?? limit ?? inputs["initialNodeCount"].AsInteger() * zones,
            fixedCount is null && limit is not null,
            MachineType.TryParse(inputs.Find("nodeConfig", "machineType").AsString() ?? "", out var machine)
                ? machine.Chips
                : 0
        );
    }

    /// <summary>The reservation that its machines come from; null for none.</summary>
    public static string? GetReservation(ResourceState pool) =>
        pool.Inputs.Find("nodeConfig", "reservationAffinity", "values") is PlanList { Items: [var name, ..] }
            ? name.AsString()
            : null;
}
