using Infra.Configuration.Reading;
using Infra.Model;
using Infra.Model.Names;
using Infra.Model.Platform;
using Infra.Validation;

namespace Infra.Configuration;

/// <summary>Makes a <see cref="PlatformPlan"/> of a stack's settings: defaults filled in, names derived.</summary>
internal static class PlatformResolver
{
    private const int LongestClusterName = 40;
    private const int LongestBucketName = 63;

    /// <summary>The plan, or null when <paramref name="report"/> was told of something without which there is none.</summary>
    public static PlatformPlan? Resolve(SettingsDocument document, StackSettings settings, Report report)
    {
        var project = Require(settings.Project, "project", ProjectId.Accepted, report)?.Text;
        var region = Require(settings.Region, "region", Region.Accepted, report)?.Text;
        var zone = Require(settings.Zone, "zone", Zone.Accepted, report)?.Text;
        if (project is null || region is null || zone is null)
        {
            return null;
        }

        var managed = settings.Cluster.Managed ?? new();
        var cluster = Cluster(document, managed, settings.Environment);
        return new()
        {
            Project = project,
            Region = region,
            Zone = zone,
            Apis = managed.EnableApis ? GoogleApiNames.All : [],
            Labels = Labels(document, settings.Environment, managed),
            Network = Network(settings.Network ?? new()),
            Cluster = cluster,
            Storage = Storage(settings.Storage ?? new(), project, region, cluster.Name),
        };
    }

    private static T? Require<T>(T? value, string key, string accepted, Report report)
        where T : class
    {
        if (value is null)
        {
            report.Missing(key, $"the stack makes its cluster and needs it; accepted: {accepted}");
        }

        return value;
    }

    private static ClusterPlan Cluster(
        SettingsDocument document,
        ManagedClusterSettings managed,
        StackEnvironment environment
    )
    {
        var isProd = environment == StackEnvironment.Prod;
        return new(
            managed.Name ?? GoogleName.Of($"{document.Project}-{document.Stack}", LongestClusterName),
            managed.DeletionProtection ?? isProd,
            managed.Protect ?? isProd,
            managed
        );
    }

    private static NetworkPlan Network(NetworkSettings settings) =>
        new(
            settings.Existing,
            settings.NodeRange ?? CidrRange.Of("10.0.0.0/20"),
            settings.PodRange ?? CidrRange.Of("10.4.0.0/14"),
            settings.ServiceRange ?? CidrRange.Of("10.0.32.0/20"),
            settings.ControlPlaneRange ?? CidrRange.Of("172.16.0.0/28")
        );

    private static StoragePlan Storage(StorageSettings settings, string project, string region, string cluster) =>
        new(
            settings.ScratchBucket?.Text ?? GoogleName.Of($"{project}-{cluster}", LongestBucketName, "-scratch"),
            settings.ScratchBucket is null,
            settings.ScratchExpiryDays,
            [.. settings.CheckpointBuckets.Select(bucket => bucket.Text)],
            settings.Protect,
            (settings.Location ?? region).ToUpperInvariant()
        );

    private static Dictionary<string, string> Labels(
        SettingsDocument document,
        StackEnvironment environment,
        ManagedClusterSettings managed
    ) =>
        new(managed.Labels, StringComparer.Ordinal)
        {
            ["pulumi-project"] = GoogleName.Of(document.Project, 63),
            ["pulumi-stack"] = GoogleName.Of(document.Stack, 63),
            ["environment"] = environment.ToString().ToLowerInvariant(),
        };
}
