using Infra.Model;
using Infra.Model.Platform;
using Pulumi;

namespace Infra.Resources.Platform;

/// <summary>The cluster that servings run in: created by the stack, or existing.</summary>
/// <param name="Kubernetes">The provider for its Kubernetes API.</param>
/// <param name="Google">The provider for Google Cloud; null where only a kubeconfig identifies the cluster.</param>
/// <param name="Address">Its name, location and project; null where only a kubeconfig identifies it.</param>
/// <param name="Platform">The platform that the stack creates it with; null for an existing cluster.</param>
internal sealed record ServingCluster(
    Pulumi.Kubernetes.Provider Kubernetes,
    Pulumi.Gcp.Provider? Google,
    ClusterAddress? Address,
    GooglePlatform? Platform = null
)
{
    private const string ProviderName = "cluster";
    private const string PlatformName = "platform";

    /// <summary>
    /// The address in the labels of the cluster's metrics. It comes from the settings, so that queries are known before the cluster exists; null
    /// if only a kubeconfig identifies the cluster.
    /// </summary>
    public ClusterAddress? MetricsAddress { get; private init; }

    /// <summary>
    /// The command that adds the cluster to a kubeconfig, through the endpoint that this program uses; null if only a kubeconfig identifies the
    /// cluster.
    /// </summary>
    public Output<string>? GetCredentials =>
        Address is { } address ? CredentialsCommand.Create(address, EndpointOption) : null;

    private Input<string> EndpointOption { get; init; } = CredentialsCommand.DnsEndpoint;

    /// <summary>Creates the cluster with its platform, or looks up the existing one.</summary>
    /// <exception cref="RunException">The cluster, or the checkpoint of a deployed serving, cannot be found.</exception>
    public static async Task<ServingCluster> GetOrCreateAsync(StackModel stack)
    {
        if (stack.Platform is not { } model)
        {
            return await FromExistingAsync(stack.Existing);
        }

        var google = GcpProvider.ForPlatform(model);
        var platform = new GooglePlatform(
            PlatformName,
            new() { Platform = model, Servings = stack.Servings },
            new() { Providers = { google } }
        );
        await platform.RequireCheckpointsAsync(stack.Deployed);
        return FromPlatform(platform, model, google);
    }

    /// <summary>The options of a component inside the cluster: it is deleted and replaced with a cluster that the stack creates.</summary>
    /// <param name="dependsOn">The resources that must exist first; null for one that the stack does not create.</param>
    public ComponentResourceOptions InClusterOptions(params IEnumerable<Resource?> dependsOn)
    {
        var options = new ComponentResourceOptions { Providers = { Kubernetes } }.WithDependsOn(dependsOn);
        Platform?.Binding.ApplyTo(options);
        return options;
    }

    /// <summary>The options of a component with resources inside the cluster and in Google Cloud; the latter survive the cluster.</summary>
    /// <param name="dependsOn">The resources that must exist first; null for one that the stack does not create.</param>
    public ComponentResourceOptions MonitoringOptions(params IEnumerable<Resource?> dependsOn)
    {
        var options = InClusterOptions(dependsOn);
        options.DeletedWith = null;
        if (Google is not null)
        {
            options.Providers.Add(Google);
        }

        return options;
    }

    private static ServingCluster FromPlatform(GooglePlatform platform, PlatformModel model, Pulumi.Gcp.Provider google)
    {
        var settings = new ClusterAddress(model.Cluster.Name, model.Region, model.Project);
        return new(
            KubernetesProvider.ForCluster(ProviderName, platform.Cluster.Resource, settings),
            google,
            new(platform.Cluster.Name, platform.Cluster.Location, model.Project),
            platform
        )
        {
            MetricsAddress = settings,
        };
    }

    private static async Task<ServingCluster> FromExistingAsync(ExistingClusterSettings existing)
    {
        if (existing.Name is null && existing.Stack is null)
        {
            return new(KubernetesProvider.ForContext(ProviderName, existing.Context), null, null);
        }

        var address = existing.Stack is { } stack
            ? await ClusterAddress.FromStackAsync(stack)
            : ClusterAddress.FromSettings(existing);
        var google = GcpProvider.ForProject(existing.Project);
        var found = await ClusterLookup.FindAsync(address, new InvokeOptions { Provider = google });
        return new(KubernetesProvider.ForCluster(ProviderName, address, found), google, address)
        {
            MetricsAddress = address,
            EndpointOption = found.Apply(cluster =>
                KubernetesProvider.GetDnsEndpoint(cluster) is null ? "" : CredentialsCommand.DnsEndpoint
            ),
        };
    }
}
