using Infra.Model.Names;
using Infra.Model.Tpu;
using Infra.Validation;

namespace Infra.Configuration;

/// <summary>Makes a <see cref="Capacity"/> of its settings.</summary>
internal static class CapacityResolver
{
    /// <summary>The capacity, or null when <paramref name="report"/> was told why there is none.</summary>
    /// <param name="settings">The settings; null for none.</param>
    /// <param name="report">Takes the problems, with keys relative to the settings.</param>
    public static Capacity? Resolve(CapacitySettings? settings, Report report)
    {
        var kind = settings?.Kind ?? CapacityKind.OnDemand;
        Refuse(settings?.Reservation, "reservation", kind, CapacityKind.Reservation, report);
        Refuse(settings?.MaxRunDuration, "maxRunDuration", kind, CapacityKind.FlexStart, report);
        return kind switch
        {
            CapacityKind.Spot => new Capacity.Spot(),
            CapacityKind.Reservation => Reserved(settings!.Reservation, report),
            CapacityKind.FlexStart => new Capacity.FlexStart((settings!.MaxRunDuration ?? RunDuration.Longest).Time),
            CapacityKind.Queued => Queued(report),
            _ => new Capacity.OnDemand(),
        };
    }

    private static Capacity.Reservation? Reserved(string? name, Report report)
    {
        if (name is null)
        {
            report.Missing("reservation", "accepted: the name of the reservation that the machines come from");
        }

        return name is null ? null : new(name);
    }

    private static Capacity? Queued(Report report)
    {
        report.Error(
            "kind",
            "queued provisioning waits for a ProvisioningRequest, which nothing here makes: its nodes would never come; "
                + "accepted: on-demand, spot, reservation, flex-start"
        );
        return null;
    }

    private static void Refuse(object? value, string key, CapacityKind kind, CapacityKind only, Report report)
    {
        if (value is not null && kind != only)
        {
            var word = only is CapacityKind.FlexStart ? "flex-start" : "reservation";
            report.Error(key, $"belongs to kind {word}; accepted: nothing with another kind");
        }
    }
}
