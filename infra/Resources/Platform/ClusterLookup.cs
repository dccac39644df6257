using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Utilities;

namespace Infra.Resources.Platform;

/// <summary>Looks up a cluster in Google Cloud.</summary>
internal static class ClusterLookup
{
    /// <summary>Finds the cluster. The result is unknown if the address is, for example offline for another stack's cluster.</summary>
    /// <param name="address">The cluster's address.</param>
    /// <param name="options">The options of the look-up, such as the Google Cloud provider. Default: none.</param>
    /// <exception cref="RunException">The cluster does not exist, cannot be read or has no endpoint.</exception>
    public static async Task<Output<GetClusterResult>> FindAsync(ClusterAddress address, InvokeOptions? options = null)
    {
        var wanted = Output.Tuple(address.Name, address.Location, address.Project ?? "");
        if (!await OutputUtilities.GetIsKnownAsync(wanted))
        {
            return OutputUtilities.CreateUnknown(default(GetClusterResult)!);
        }

        var (name, location, project) = await OutputUtilities.GetValueAsync(wanted);
        var args = new GetClusterArgs { Name = name, Location = location };
        if (project.Length > 0)
        {
            args.Project = project;
        }

        var found = await ReadAsync(args, options);
        return KubernetesProvider.HasEndpoint(found)
            ? Output.Create(found)
            : throw new RunException($"cluster.existing: {Describe(args)} has no endpoint. Wait until it is running.");
    }

    private static async Task<GetClusterResult> ReadAsync(GetClusterArgs args, InvokeOptions? options)
    {
        try
        {
            return await GetCluster.InvokeAsync(args, options);
        }
        catch (Exception failure)
        {
            throw new RunException(Describe(args, ProviderError.From(failure)), failure);
        }
    }

    private static string Describe(GetClusterArgs args, ProviderError error)
    {
        var cluster = Describe(args);
        var problem = error.Kind switch
        {
            ProviderErrorKind.Forbidden =>
                $"no access to {cluster} (403). Grant roles/container.developer on the project to the deploying identity.",
            ProviderErrorKind.NotFound =>
                $"{cluster} does not exist (404). Correct name, location and project, or create the cluster first.",
            _ => $"{cluster} cannot be read.",
        };
        return $"cluster.existing: {problem} Cause: {error.Cause}";
    }

    private static string Describe(GetClusterArgs args) =>
        $"cluster {args.Name} in {args.Location} of {(args.Project is null ? "the default project" : $"project {args.Project}")}";
}
