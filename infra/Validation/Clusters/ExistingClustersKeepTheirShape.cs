namespace Infra.Validation.Clusters;

/// <summary>In a cluster that exists nothing is made but what runs inside it, so settings of what lies around it would do nothing.</summary>
public sealed class ExistingClustersKeepTheirShape : IRule
{
    private const string Message = "is not used with a cluster that exists; accepted: nothing, or cluster.managed";

    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        var settings = stack.Settings;
        if (settings.Cluster.Existing is null)
        {
            return;
        }

        Refuse(settings.Region, "region", report);
        Refuse(settings.Zone, "zone", report);
        Refuse(settings.Network, "network", report);
        Refuse(settings.Storage, "storage", report);
        foreach (var serving in stack.Servings)
        {
            Refuse(serving.Written.Capacity, "capacity", report.At(serving.Key));
        }
    }

    private static void Refuse(object? value, string key, Report report)
    {
        if (value is not null)
        {
            report.Error(key, Message);
        }
    }
}
