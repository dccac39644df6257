using System.Collections.Immutable;
using Infra.Model.Platform;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>Which cluster the stack uses.</summary>
internal static class ClusterRules
{
    private const string Unused =
        "is not used with an existing cluster. Remove it, or let the stack create the cluster";

    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [
        Rule.ForStack(
            "ClusterReferenceConflict",
            Severity.Error,
            "cluster",
            stack =>
                stack.UsesExistingCluster && stack.IsSet("cluster.managed")
                    ? "is both existing and managed. Remove one of them"
                    : null
        ),
        ForExisting(
            "ClusterReferenceConflict",
            "",
            cluster =>
                References(cluster) > 1
                    ? "is identified in more than one way. Allowed: only context, only name and location, or only stack"
                    : null
        ),
        ForExisting(
            "IncompleteClusterReference",
            "location",
            cluster =>
                cluster is { Name: not null, Location: null } && References(cluster) == 1
                    ? "is missing, but name requires it. Allowed: the region or zone of the cluster"
                    : null
        ),
        ForExisting(
            "IncompleteClusterReference",
            "name",
            cluster =>
                cluster is { Name: null, Location: not null } or { Name: null, Project: not null }
                && References(cluster) <= 1
                    ? "is missing, but location and project require it. Allowed: the name of the cluster in Google Cloud"
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
}
