using System.Collections.Immutable;
using Pulumi;
using Pulumi.Gcp.Container;
using Provider = Pulumi.Kubernetes.Provider;
using ProviderArgs = Pulumi.Kubernetes.ProviderArgs;

namespace Infra.Resources.Platform;

/// <summary>Creates the provider for a cluster's Kubernetes API.</summary>
/// <remarks>
/// A provider is identified by the cluster's path in Google Cloud, or by the context. Another cluster replaces the provider and all objects
/// that it manages; a new endpoint or another machine's kubeconfig does not. The path is composed of settings, not of the cluster's outputs:
/// these are unknown while the cluster is replaced, and the engine cannot replace a provider and delete with it in one update. Objects in a
/// cluster that is replaced under its old name need a <see cref="ClusterBinding" />. Sources: <c>DiffConfig</c> in pulumi-kubernetes,
/// pkg/resource/deploy/providers/registry.go in the Pulumi engine.
/// </remarks>
public static class KubernetesProvider
{
    /// <summary>Creates the provider for a cluster of this stack, through its DNS endpoint with IAM authorization.</summary>
    /// <param name="name">The provider's name.</param>
    /// <param name="cluster">The cluster. Its DNS endpoint must allow external traffic.</param>
    /// <param name="address">Its address in the settings.</param>
    /// <param name="options">The provider's options. Default: none.</param>
    public static Provider ForCluster(
        string name,
        Cluster cluster,
        ClusterAddress address,
        CustomResourceOptions? options = null
    )
    {
        var kubeconfig = Output
            .Tuple(cluster.Name, cluster.ControlPlaneEndpointsConfig)
            .Apply(known => new Kubeconfig(known.Item1, Https(known.Item2.DnsEndpointConfig?.Endpoint)).ToYaml());
        return Create(name, kubeconfig, address.Identifier, options);
    }

    /// <summary>
    /// Creates the provider for an existing cluster: through its DNS endpoint if that allows external traffic, else through its IP endpoint.
    /// </summary>
    /// <param name="name">The provider's name.</param>
    /// <param name="address">The cluster's address.</param>
    /// <param name="found">The result of <see cref="ClusterLookup.FindAsync" />.</param>
    public static Provider ForCluster(string name, ClusterAddress address, Output<GetClusterResult> found)
    {
        var known = Output.Tuple(address.Name.ToOutput(), found);
        var located = address with { Project = address.Project ?? found.Apply(cluster => cluster.Project!) };
        return Create(name, known.Apply(both => Kubeconfig(both.Item1, both.Item2).ToYaml()), located.Identifier);
    }

    /// <summary>Creates the provider for a context of the deployer's kubeconfig.</summary>
    /// <param name="name">The provider's name.</param>
    /// <param name="context">The context; null for the current one.</param>
    public static Provider ForContext(string name, string? context)
    {
        var args = new ProviderArgs();
        if (context is not null)
        {
            args.Context = context;
            args.ClusterIdentifier = context;
        }

        return new(name, args);
    }

    private static Provider Create(
        string name,
        Output<string> kubeconfig,
        Input<string> identifier,
        CustomResourceOptions? options = null
    ) => new(name, new ProviderArgs { KubeConfig = kubeconfig, ClusterIdentifier = identifier }, options);

    /// <summary>Returns the DNS endpoint; null if it does not exist or does not allow external traffic.</summary>
    public static string? GetDnsEndpoint(GetClusterResult cluster) =>
        FirstOrNull(cluster.ControlPlaneEndpointsConfigs) is { } endpoints
        && FirstOrNull(endpoints.DnsEndpointConfigs) is { AllowExternalTraffic: true } dns
            ? dns.Endpoint
            : null;

    /// <summary>Whether the cluster has an endpoint for its Kubernetes API.</summary>
    public static bool HasEndpoint(GetClusterResult cluster) =>
        !string.IsNullOrEmpty(GetDnsEndpoint(cluster) ?? cluster.Endpoint);

    private static Kubeconfig Kubeconfig(string name, GetClusterResult cluster) =>
        GetDnsEndpoint(cluster) is { } dns
            ? new(name, Https(dns))
            : new(name, Https(cluster.Endpoint), FirstOrNull(cluster.MasterAuths)?.ClusterCaCertificate);

    private static T? FirstOrNull<T>(ImmutableArray<T> items)
        where T : class => items.IsDefaultOrEmpty ? null : items[0];

    private static string Https(string? host) =>
        string.IsNullOrEmpty(host)
            ? throw new RunException("The cluster has no endpoint for its Kubernetes API.")
            : $"https://{host}";
}
