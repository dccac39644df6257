using Infra.Model.Platform;

namespace Infra.Validation.Clusters;

/// <summary>There is one cluster: made or existing, and an existing one is named in one way.</summary>
public sealed class ClusterIsNamedOnce : IRule
{
    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        var cluster = stack.Settings.Cluster;
        if (cluster.Existing is not null && stack.Sources.IsSet("cluster.managed"))
        {
            report.Error("cluster", "is both; accepted: existing or managed");
        }

        if (cluster.Existing is { } existing)
        {
            Check(existing, report.At("cluster.existing"));
        }
    }

    private static void Check(ExistingClusterSettings existing, Report report)
    {
        string?[] ways = [existing.Context, existing.Name, existing.Stack];
        if (ways.Count(way => way is not null) > 1)
        {
            report.Error("", "is named in more than one way; accepted: context, or name with location, or stack");
        }
        else if (existing.Name is not null && existing.Location is null)
        {
            report.Missing("location", "accepted: the region or zone that the cluster lies in");
        }
        else if (existing.Name is null && (existing.Location is not null || existing.Project is not null))
        {
            report.Missing("name", "location and project belong to it; accepted: the cluster's name in Google Cloud");
        }
    }
}
