using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;
using StackConfig.Binding;

namespace Infra.Model.Platform;

/// <summary>The node pool for system workloads and the LeaderWorkerSet controller, without TPUs.</summary>
public sealed record SystemPoolSettings
{
    /// <summary>
    /// The machine type. Default <c>e2-standard-4</c>: two nodes hold both replicas of the controller besides the pods of GKE, and this family is
    /// widely available.
    /// </summary>
    /// <remarks>Source of the sizes: the page of Compute Engine on general-purpose machines, whose E2 types have up to 32 vCPUs.</remarks>
    [RegularExpression(
        "e2-standard-(2|4|8|16|32)|(e2-(highmem|highcpu)|(n1|n2|n2d|t2d|n4|c3|c3d|c4)-(standard|highmem|highcpu))-[0-9]{1,3}"
    )]
    [Expected(
        "a machine type of one of the families (e2, n1, n2, n2d, t2d, n4, c3, c3d, c4), such as e2-standard-4; e2-standard has the sizes 2, 4, 8, 16 and 32"
    )]
    public required string MachineType { get; init; }

    /// <summary>The minimum number of nodes in all zones. Default 2, so that the controller survives the loss of one.</summary>
    [Range(1, 100)]
    public required int MinNodes { get; init; }

    /// <summary>The maximum number of nodes in all zones. Default 6.</summary>
    [Range(1, 100)]
    public required int MaxNodes { get; init; }

    /// <summary>
    /// The zones. Default: those that GKE selects in the region, so that a shortage in the zone of the slices does not prevent the cluster from
    /// starting.
    /// </summary>
    public IReadOnlyList<Zone> Zones { get; init; } = [];
}
