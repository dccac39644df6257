using System.Collections.Immutable;
using Infra.Model.Platform;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The maintenance window, as GKE accepts it.</summary>
/// <remarks>Source: GKE's documentation of maintenance windows: at least 4 hours each, and 48 hours in any 32 days.</remarks>
internal static class MaintenanceRules
{
    private const string Key = "cluster.managed.maintenance";
    private const int PeriodDays = 32;
    private const int YearDays = 366;

    private static readonly TimeSpan MinWindow = TimeSpan.FromHours(4);
    private static readonly TimeSpan MinPerPeriod = TimeSpan.FromHours(48);

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        ForMaintenance("MaintenanceWindowTooShort", "windowEnd", LengthViolation),
        ForMaintenance("InvalidRecurrence", "recurrence", settings => RecurrenceSyntax.Violation(settings.Recurrence)),
        ForMaintenance("MaintenanceTooRare", "recurrence", FrequencyViolation),
        Rule.ForStack(
            "UnusedExclusionStart",
            Severity.Error,
            $"{Key}.exclusionStart",
            stack =>
                stack.Platform?.Cluster.Settings.Maintenance.Exclusion == MaintenanceExclusion.None
                && stack.IsSet($"{Key}.exclusionStart")
                    ? "is not used without an exclusion. Remove it, or set exclusion: minor or minor-and-nodes"
                    : null
        ),
    ];

    private static Rule ForMaintenance(string id, string key, Func<MaintenanceSettings, string?> violation) =>
        Rule.ForStack(
            id,
            Severity.Error,
            $"{Key}.{key}",
            stack => stack.Platform is { } platform ? violation(platform.Cluster.Settings.Maintenance) : null
        );

    private static string? LengthViolation(MaintenanceSettings settings) =>
        Length(settings) <= TimeSpan.Zero
            ? $"{settings.WindowEnd} is not after windowStart {settings.WindowStart}. Allowed: at least {MinWindow.TotalHours} hours after it"
        : Length(settings) < MinWindow
            ? $"results in a window of {Length(settings).TotalHours:0.##} hours. Allowed: at least {MinWindow.TotalHours} hours after windowStart {settings.WindowStart}"
        : null;

    /// <summary>The windows of every 32 days of a year are counted where the window and its recurrence are correct.</summary>
    private static string? FrequencyViolation(MaintenanceSettings settings)
    {
        if (LengthViolation(settings) is not null || RecurrenceSyntax.Violation(settings.Recurrence) is not null)
        {
            return null;
        }

        var recurrence = new Recurrence(settings.Recurrence, settings.WindowStart.Value);
        if (!recurrence.IsCountable)
        {
            return null;
        }

        var starts = recurrence.GetStarts(YearDays + PeriodDays);
        var fewest = Enumerable.Range(0, YearDays).Min(day => starts.AsSpan(day, PeriodDays).Count(true));
        var hours = fewest * Length(settings).TotalHours;
        return hours < MinPerPeriod.TotalHours
            ? $"allows only {hours:0.#} hours of maintenance in some period of {PeriodDays} days. Allowed: at least {MinPerPeriod.TotalHours} hours (more days or "
                + "longer windows)"
            : null;
    }

    private static TimeSpan Length(MaintenanceSettings settings) =>
        settings.WindowEnd.Value - settings.WindowStart.Value;
}
