using System.Collections.Immutable;
using Pulumi;
using Pulumi.Gcp.Container;
using Provider = Pulumi.Kubernetes.Provider;
using ProviderArgs = Pulumi.Kubernetes.ProviderArgs;

namespace Infra.Resources.Platform;

/// <summary>Ways to a cluster's Kubernetes API.</summary>
/// <remarks>
/// A provider is identified by the cluster's path in Google Cloud, or by the context: another cluster replaces the provider and all objects
/// that it manages, a new endpoint or another machine's kubeconfig replaces none. The path is written down, not read from the cluster: while
/// a cluster is replaced its outputs are unknown, and the engine cannot replace a provider and delete with it in one update. Objects in a
/// cluster that may be replaced under its old name need <see cref="ClusterBinding" />. Sources: <c>DiffConfig</c> in pulumi-kubernetes,
/// pkg/resource/deploy/providers/registry.go in the Pulumi engine.
/// </remarks>
public static class KubernetesProvider
{
    /// <summary>Access to a cluster of this stack through its DNS endpoint, which takes Google Cloud's word for who is who.</summary>
    /// <param name="name">The provider's name.</param>
    /// <param name="cluster">The cluster; its DNS endpoint has to let external traffic in.</param>
    /// <param name="address">Where it is, as the settings say.</param>
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
    /// Access to a cluster that exists already: through its DNS endpoint where that lets external traffic in, else through its IP
    /// address.
    /// </summary>
    /// <param name="name">The provider's name.</param>
    /// <param name="address">Which cluster.</param>
    /// <param name="found">What <see cref="ClusterLookup.FindAsync" /> found.</param>
    public static Provider ForCluster(string name, ClusterAddress address, Output<GetClusterResult> found)
    {
        var known = Output.Tuple(address.Name.ToOutput(), found);
        var located = address with { Project = address.Project ?? found.Apply(cluster => cluster.Project!) };
        return Create(name, known.Apply(both => Kubeconfig(both.Item1, both.Item2).ToYaml()), located.Identifier);
    }

    /// <summary>Access as the kubeconfig of who deploys describes it.</summary>
    /// <param name="name">The provider's name.</param>
    /// <param name="context">The context in it; null for the current one.</param>
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

    /// <summary>The DNS endpoint that lets external traffic in; null where the cluster has none.</summary>
    public static string? GetDnsEndpoint(GetClusterResult cluster) =>
        FirstOrNull(cluster.ControlPlaneEndpointsConfigs) is { } endpoints
        && FirstOrNull(endpoints.DnsEndpointConfigs) is { AllowExternalTraffic: true } dns
            ? dns.Endpoint
            : null;

    /// <summary>Whether the cluster's Kubernetes API can be reached at all.</summary>
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
