using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;
using StackConfig.Binding;

namespace Infra.Model.Tpu;

/// <summary>How the TPU capacity of a serving is provisioned (managed clusters only).</summary>
[Misnomer("spot", "kind: spot")]
public sealed record Capacity
{
    /// <summary>The kind of capacity. Default <c>on-demand</c>.</summary>
    public required CapacityKind Kind { get; init; }

    /// <summary>
    /// The reservation, or <c>projects/OWNER/reservations/NAME</c> if another project owns it; <c>/reservationBlocks/BLOCK</c> at the end selects a block.
    /// Required for <c>reservation</c>, refused for any other kind.
    /// </summary>
    public ReservationName? Reservation { get; init; }

    /// <summary>The maximum run duration of the nodes. Default for <c>flex-start</c>: seven days; refused for any other kind.</summary>
    public RunDuration? MaxRunDuration { get; init; }

    /// <summary>
    /// The price of one chip for one hour, in USD, as <c>check</c>, <c>preview</c> and the pull-request comment show it: what was negotiated, for
    /// instance. It changes no resource. Default: the list price of the kind in the region, if there is one.
    /// </summary>
    [Range(0, 1_000)]
    public double? PricePerChipHour { get; init; }

    /// <summary>The maximum run duration of the nodes, for <c>flex-start</c>.</summary>
    public TimeSpan MaxRun => (MaxRunDuration ?? RunDuration.Max).Time;

    /// <inheritdoc />
    public override string ToString() =>
        Kind switch
        {
            CapacityKind.Spot => "spot",
            CapacityKind.Reservation => $"reservation {Reservation}",
            CapacityKind.FlexStart => $"flex-start for {MaxRun.TotalSeconds} s",
            _ => "on-demand",
        };
}

/// <summary>A kind of capacity.</summary>
public enum CapacityKind
{
    /// <summary>On-demand.</summary>
    OnDemand,

    /// <summary>Spot VMs; preemptible with 30 seconds' notice.</summary>
    Spot,

    /// <summary>A reservation.</summary>
    Reservation,

    /// <summary>Flex-start (Dynamic Workload Scheduler): as soon as capacity is available, for at most seven days.</summary>
    FlexStart,

    /// <summary>Known only to be refused with its reason.</summary>
    [Browsable(false)]
    Queued,
}
