using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Model.Names;

namespace Infra.Model.Platform;

/// <summary>The nodes without chips, on which the cluster's own pods and the LeaderWorkerSet controller run.</summary>
public sealed record SystemPoolSettings
{
    /// <summary>
    /// The machine type. Default <c>e2-standard-4</c>: two of them hold both replicas of the controller beside the pods of GKE, and no
    /// family is easier to get.
    /// </summary>
    [RegularExpression("(e2|n1|n2|n2d|t2d|n4|c3|c3d|c4)-(standard|highmem|highcpu)-[0-9]{1,3}")]
    [Accepted("a type of a common family (e2, n1, n2, n2d, t2d, n4, c3, c3d, c4), such as e2-standard-4")]
    public required string MachineType { get; init; }

    /// <summary>The fewest nodes, in all zones together. Default 2, so that one can go without the controller going.</summary>
    [Range(1, 100)]
    public required int MinNodes { get; init; }

    /// <summary>The most nodes, in all zones together. Default 6.</summary>
    [Range(1, 100)]
    public required int MaxNodes { get; init; }

    /// <summary>
    /// The zones. Default: those that GKE picks for the region, so that a shortage in the slices' zone does not keep the cluster from
    /// starting.
    /// </summary>
    public IReadOnlyList<Zone> Zones { get; init; } = [];
}
