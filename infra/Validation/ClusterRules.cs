using System.Collections.Immutable;
using Infra.Model.Platform;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The cluster: which one it is, and where it lies.</summary>
internal static class ClusterRules
{
    private const string Unused =
        "is not used with an existing cluster. Remove it, or let the stack create the cluster";
    private const int DefaultZones = 3;
    private const string SystemPool = "cluster.managed.systemPool";

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForStack(
            "ClusterReferenceConflict",
            Severity.Error,
            "cluster",
            stack =>
                stack.UsesExistingCluster && stack.IsSet("cluster.managed")
                    ? "is both existing and managed. Allowed: one of them"
                    : null
        ),
        ForExisting(
            "ClusterReferenceConflict",
            "",
            cluster =>
                References(cluster) > 1
                    ? "is named in several ways. Allowed: context, or name with location, or stack"
                    : null
        ),
        ForExisting(
            "IncompleteClusterReference",
            "location",
            cluster =>
                cluster is { Name: not null, Location: null } && References(cluster) == 1
                    ? "is missing. Allowed: the region or zone of the cluster"
                    : null
        ),
        ForExisting(
            "IncompleteClusterReference",
            "name",
            cluster =>
                cluster is { Name: null, Location: not null } or { Name: null, Project: not null }
                && References(cluster) <= 1
                    ? "is missing, which location and project require. Allowed: the cluster's name in Google Cloud"
                    : null
        ),
        UnusedWithExisting("region"),
        UnusedWithExisting("zone"),
        UnusedWithExisting("network"),
        UnusedWithExisting("storage"),
        Rule.ForServing(
            "UnusedClusterSetting",
            Severity.Error,
            "capacity",
            (stack, one) => stack.UsesExistingCluster && one.IsSet("capacity") ? Unused : null
        ),
        new("ZoneOutsideRegion", CheckSystemPoolZones),
        ForSystemPool(
            "SingleZoneSystemPool",
            "zones",
            (pool, stack) =>
                pool.Zones.Count > 0 && pool.Zones.All(zone => zone == stack.Settings.Zone)
                    ? $"are only {pool.Zones[0]}, the zone of the slices: a shortage there stops the whole cluster. Allowed: another zone of the "
                        + "region as well, or none, so that GKE chooses"
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

    private static Rule ForExisting(string id, string key, Func<ExistingClusterSettings, string?> violation) =>
        Rule.ForStack(
            id,
            Severity.Error,
            key.Length == 0 ? "cluster.existing" : $"cluster.existing.{key}",
            stack => stack.Settings.Cluster.Existing is { } cluster ? violation(cluster) : null
        );

    private static int References(ExistingClusterSettings cluster) =>
        new[] { cluster.Context, cluster.Name, cluster.Stack }.Count(reference => reference is not null);

    private static Rule UnusedWithExisting(string key) =>
        Rule.ForStack(
            "UnusedClusterSetting",
            Severity.Error,
            key,
            stack => stack.UsesExistingCluster && stack.IsSet(key) ? Unused : null
        );

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
