using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Model.Names;

namespace Infra.Model.Tpu;

/// <summary>How the machines of a serving's slices are had, where the stack makes them.</summary>
public sealed record Capacity
{
    /// <summary>The way. Default <c>on-demand</c>.</summary>
    public required CapacityKind Kind { get; init; }

    /// <summary>The reservation's name. Required with <c>reservation</c>, refused with any other way.</summary>
    [RegularExpression("[a-z]([a-z0-9-]{0,61}[a-z0-9])?")]
    [Accepted("a reservation's name: at most 63 lower-case letters, digits and dashes")]
    public string? Reservation { get; init; }

    /// <summary>How long the machines run. Default, with <c>flex-start</c>: seven days; refused with any other way.</summary>
    public RunDuration? MaxRunDuration { get; init; }

    /// <summary>How long the machines run, with <c>flex-start</c>.</summary>
    public TimeSpan MaxRun => (MaxRunDuration ?? RunDuration.Longest).Time;

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

/// <summary>A way to get the machines of a slice.</summary>
public enum CapacityKind
{
    /// <summary>From what is free.</summary>
    OnDemand,

    /// <summary>From what nobody else wants, taken away at short notice.</summary>
    Spot,

    /// <summary>From what was reserved.</summary>
    Reservation,

    /// <summary>Whenever it becomes free, for at most seven days.</summary>
    FlexStart,

    /// <summary>Known so that it can be refused with its reason.</summary>
    [Browsable(false)]
    Queued,
}
