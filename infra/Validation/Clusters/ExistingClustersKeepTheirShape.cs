namespace Infra.Validation.Clusters;

/// <summary>In a cluster that exists nothing is made but what runs inside it, so settings of what lies around it would do nothing.</summary>
public sealed class ExistingClustersKeepTheirShape : IRule
{
    private const string Message = "is not used with a cluster that exists; accepted: nothing, or cluster.managed";

    /// <inheritdoc />
    public void Check(CheckedStack stack, Report report)
    {
        if (stack.Settings.Cluster.Existing is null)
        {
            return;
        }

        var keys = stack.Servings.Select(serving => $"{serving.Key}.capacity").Prepend("storage");
        foreach (var key in keys.Prepend("network").Prepend("zone").Prepend("region").Where(stack.Sources.IsSet))
        {
            report.Error(key, Message);
        }
    }
}
