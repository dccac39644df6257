using Infra.Model;
using Infra.Model.Platform;
using Pulumi;

namespace Infra.Resources.Platform;

/// <summary>The cluster that servings run in, whoever made it.</summary>
/// <param name="Kubernetes">Access to its Kubernetes API.</param>
/// <param name="Google">Access to Google Cloud; null where only a kubeconfig knows the cluster.</param>
/// <param name="Address">Which cluster it is; null where only a kubeconfig knows.</param>
/// <param name="Platform">What the stack made it with; null where it exists.</param>
internal sealed record ServingCluster(
    Pulumi.Kubernetes.Provider Kubernetes,
    Pulumi.Gcp.Provider? Google,
    ClusterAddress? Address,
    GooglePlatform? Platform = null
)
{
    private const string ProviderName = "cluster";
    private const string ByDns = " --dns-endpoint";

    /// <summary>
    /// Which cluster its metrics name. They name it as the settings do, so that queries can be read before there is a cluster; null where
    /// only a kubeconfig knows it.
    /// </summary>
    public ClusterAddress? Metrics { get; private init; }

    /// <summary>
    /// The command that writes the cluster into a kubeconfig, by the endpoint that this program takes, too; null where only a kubeconfig
    /// knows the cluster.
    /// </summary>
    public Output<string>? GetCredentials =>
        Address is { Project: { } project } address
            ? Output.Format(
                $"gcloud container clusters get-credentials {address.Name} --location {address.Location} --project {project}{Endpoint}"
            )
            : null;

    private Output<string> Endpoint { get; init; } = Output.Create(ByDns);

    /// <summary>Creates the cluster of a blueprint with its platform, or looks up the one that exists.</summary>
    /// <exception cref="RunException">The cluster, or the checkpoint of a serving that is to get slices, cannot be found.</exception>
    public static async Task<ServingCluster> GetOrCreateAsync(Blueprint blueprint)
    {
        if (blueprint.Platform is not { } plan)
        {
            return await FromExistingAsync(blueprint.Existing);
        }

        var platform = new GooglePlatform("platform", plan, blueprint.Servings);
        await platform.RequireCheckpointsAsync(blueprint.Deployed);
        return FromPlatform(platform, plan);
    }

    /// <summary>Options of what runs inside the cluster: after others, and gone with the cluster where the stack made it.</summary>
    public ComponentResourceOptions Inside(params Resource?[] after)
    {
        var options = new ComponentResourceOptions { Providers = { Kubernetes } };
        Platform?.Lifetime.ApplyTo(options);
        foreach (var resource in after.OfType<Resource>())
        {
            options.DependsOn.Add(resource);
        }

        return options;
    }

    /// <summary>Options of what watches the cluster from inside and from outside: after others, and not gone with it.</summary>
    public ComponentResourceOptions Around(params Resource?[] after)
    {
        var options = Inside(after);
        options.DeletedWith = null;
        if (Google is not null)
        {
            options.Providers.Add(Google);
        }

        return options;
    }

    private static ServingCluster FromPlatform(GooglePlatform platform, PlatformPlan plan)
    {
        var settings = new ClusterAddress(plan.Cluster.Name, plan.Region, plan.Project);
        return new(
            KubernetesAccess.To(ProviderName, platform.Cluster.Resource, settings),
            platform.Google,
            new(platform.Cluster.Name, platform.Cluster.Location, plan.Project),
            platform
        )
        {
            Metrics = settings,
        };
    }

    private static async Task<ServingCluster> FromExistingAsync(ExistingClusterSettings existing)
    {
        if (existing.Name is null && existing.Stack is null)
        {
            return new(KubernetesAccess.ToContext(ProviderName, existing.Context), null, null);
        }

        var address = existing.Stack is { } stack
            ? await ClusterAddress.FromStackAsync(stack)
            : new(
                existing.Name!,
                existing.Location!,
                existing.Project is { } project ? (Input<string>)project.Text : null
            );
        var google = GoogleAccess.ToExisting(existing.Project);
        var found = await ClusterLookup.FindAsync(address, new InvokeOptions { Provider = google });
        return new(KubernetesAccess.To(ProviderName, address, found), google, address)
        {
            Metrics = address,
            Endpoint = found.Apply(cluster => KubernetesAccess.DnsEndpointOf(cluster) is null ? "" : ByDns),
        };
    }
}
