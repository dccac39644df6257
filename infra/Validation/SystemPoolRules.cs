using System.Collections.Immutable;
using Infra.Model.Platform;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The node pool for system workloads: its zones and its limits.</summary>
internal static class SystemPoolRules
{
    private const int DefaultZones = 3;
    private const string SystemPool = "cluster.managed.systemPool";

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        new("ZoneOutsideRegion", CheckSystemPoolZones),
        new(
            "DuplicateZone",
            (stack, diagnostics) =>
                diagnostics.RefuseDuplicates(
                    $"{SystemPool}.zones",
                    stack.Platform?.Cluster.Settings.SystemPool.Zones ?? []
                )
        ),
        ForSystemPool(
            "SingleZoneSystemPool",
            "zones",
            (pool, stack) =>
                pool.Zones.Count > 0 && pool.Zones.All(zone => zone == stack.Settings.Zone)
                    ? $"contain only {pool.Zones[0]}, the zone of the slices, so a shortage there would stop the whole cluster. Allowed: also another zone of the "
                        + "region, or none (GKE then selects them)"
                    : null
        ),
        ForSystemPool(
            "NodeCountRange",
            "maxNodes",
            (pool, _) =>
                pool.MinNodes > pool.MaxNodes
                    ? $"{pool.MaxNodes} is less than minNodes {pool.MinNodes}. Allowed: at least {pool.MinNodes}"
                : pool.MaxNodes < ZonesOf(pool)
                    ? $"{pool.MaxNodes} is less than the {ZonesOf(pool)} zones of the pool, each of which starts with one node. Allowed: at least {ZonesOf(pool)}, or "
                        + "fewer zones"
                : null
        ),
    ];

    private static Rule ForSystemPool(
        string id,
        string key,
        Func<SystemPoolSettings, RuleContext, string?> violation
    ) =>
        Rule.ForStack(
            id,
            Severity.Error,
            $"{SystemPool}.{key}",
            stack => stack.Platform is { } platform ? violation(platform.Cluster.Settings.SystemPool, stack) : null
        );

    /// <summary>The zones that the pool starts in: GKE selects three of a region where none are set.</summary>
    private static int ZonesOf(SystemPoolSettings pool) => pool.Zones.Count == 0 ? DefaultZones : pool.Zones.Count;

    private static void CheckSystemPoolZones(RuleContext stack, DiagnosticSink diagnostics)
    {
        if (stack is not { Platform: { } platform, Settings.Region: { } region })
        {
            return;
        }

        foreach (var (index, zone) in platform.Cluster.Settings.SystemPool.Zones.Index())
        {
            if (!zone.IsIn(region))
            {
                diagnostics
                    .ForKey(SystemPool)
                    .Error($"zones[{index}]", $"{zone} is not in region {region}. Allowed: zones of that region");
            }
        }
    }
}
