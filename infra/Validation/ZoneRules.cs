using System.Collections.Immutable;
using Infra.Model.Tpu;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The zone of the slices. Source: the files of the TPU generations, which say when their zones were listed.</summary>
internal static class ZoneRules
{
    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForStack(
            "ZoneOutsideRegion",
            Severity.Error,
            "zone",
            stack =>
                stack is { Platform: not null, Settings: { Zone: { } zone, Region: { } region } } && !zone.IsIn(region)
                    ? $"{zone} is not in region {region}. Allowed: a zone whose name starts with {region}-"
                    : null
        ),
        new("ZoneWithoutTpus", CheckZone),
    ];

    /// <summary>What is wrong with a zone for slices of a generation; null where it is known to have them.</summary>
    internal static string? Violation(string zone, TpuGeneration generation, bool isFlexStart) =>
        !generation.Zones.Contains(zone) ? Message(zone, $"have {generation} chips", generation.Zones, generation)
        : isFlexStart && !generation.FlexStartZones.Contains(zone)
            ? Message(zone, $"offer {generation} slices by flex-start", generation.FlexStartZones, generation)
        : null;

    private static void CheckZone(RuleContext stack, DiagnosticSink diagnostics)
    {
        if (stack is not { Platform: not null, Settings.Zone: { } zone })
        {
            return;
        }

        var violations = stack.Servings.Select(one =>
            Violation(zone.Text, one.Serving.Generation, one.Serving.Capacity.Kind == CapacityKind.FlexStart)
        );
        foreach (var message in violations.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            diagnostics.Warn("zone", message);
        }
    }

    /// <summary>The message, with the known zones of the same region first.</summary>
    private static string Message(string zone, string verb, ImmutableArray<string> zones, TpuGeneration generation)
    {
        var region = zone[..zone.LastIndexOf('-')];
        var known = zones.OrderBy(one => !one.StartsWith($"{region}-", StringComparison.Ordinal));
        return $"{zone} is not known to {verb}. Known zones in {generation.ZonesAsOf}: {AllowedValues.Format(known)}; "
            + "`gcloud compute accelerator-types list` lists the current ones";
    }
}
