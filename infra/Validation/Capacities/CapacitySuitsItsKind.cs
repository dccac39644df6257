using Infra.Model.Tpu;

namespace Infra.Validation.Capacities;

/// <summary>A kind of capacity has what it needs and nothing that belongs to another.</summary>
public sealed class CapacitySuitsItsKind : ServingRule
{
    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var place = report.At("capacity");
        var capacity = serving.Serving.Capacity;
        Refuse(capacity, capacity.Reservation, "reservation", CapacityKind.Reservation, place);
        Refuse(capacity, capacity.MaxRunDuration, "maxRunDuration", CapacityKind.FlexStart, place);
        if (capacity is { Kind: CapacityKind.Reservation, Reservation: null })
        {
            place.Missing("reservation", "accepted: the name of the reservation that the machines come from");
        }

        if (capacity.Kind == CapacityKind.Queued)
        {
            place.Error(
                "kind",
                "queued provisioning waits for a ProvisioningRequest, which nothing here makes: its nodes would never come; "
                    + "accepted: on-demand, spot, reservation, flex-start"
            );
        }
    }

    private static void Refuse(Capacity capacity, object? value, string key, CapacityKind kind, Report place)
    {
        if (value is not null && capacity.Kind != kind)
        {
            var word = kind is CapacityKind.FlexStart ? "flex-start" : "reservation";
            place.Error(key, $"belongs to kind {word}; accepted: nothing with another kind");
        }
    }
}
