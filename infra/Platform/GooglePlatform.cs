using Infra.Settings.Platform;
using Infra.Settings.Servings;
using Pulumi;
using Pulumi.Gcp.Container;

namespace Infra.Platform;

/// <summary>Everything in Google Cloud that servings share: APIs, network, identities, buckets, cluster and system pool.</summary>
/// <remarks>Each waits for those before it, and on the way down goes before them.</remarks>
public sealed class GooglePlatform : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:platform:GooglePlatform";

    private readonly PlatformPlan _plan;
    private readonly NodeIdentity _tpuNodes;

    /// <summary>Declares the platform.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="plan">What it is to be.</param>
    /// <param name="servings">The servings, deployed or not, whose buckets the nodes may use.</param>
    /// <param name="options">The component's options; they hold the provider.</param>
    public GooglePlatform(
        string name,
        PlatformPlan plan,
        IReadOnlyCollection<Serving> servings,
        ComponentResourceOptions options
    )
        : base(Token, name, options)
    {
        _plan = plan;
        var apis = plan.Apis.IsEmpty ? null : new GoogleApis("apis", plan.Project, plan.Apis, After());
        var network = plan.Network.Existing is null ? new Network("network", plan, After(apis)) : null;
        var systemNodes = new NodeIdentity("system", "nodes without chips", plan, After(apis));
        _tpuNodes = new NodeIdentity("tpu", "nodes with chips", plan, After(apis));
        var storage = new Storage("storage", plan, servings, _tpuNodes.Member, After(apis));
        Cluster = new(
            "cluster",
            plan,
            network?.Place ?? Existing(plan.Network.Existing!),
            systemNodes,
            After(apis, network, systemNodes, _tpuNodes, storage)
        );
        SystemPool = Platform.SystemPool.Declare(plan, Cluster, systemNodes, new() { Parent = this });
        RegisterOutputs();
    }

    /// <summary>The cluster.</summary>
    public GkeCluster Cluster { get; }

    /// <summary>The nodes without chips.</summary>
    public NodePool SystemPool { get; }

    /// <summary>Declares the slices of a serving; they come once everything else is there.</summary>
    /// <param name="serving">The serving.</param>
    /// <param name="google">The provider.</param>
    public TpuPools SlicesOf(Serving serving, ProviderResource google) =>
        new(
            serving.Name,
            new(_plan, serving, Cluster.Name, _tpuNodes.Email),
            new() { Providers = { google }, DependsOn = { this } }
        );

    private ComponentResourceOptions After(params Resource?[] others)
    {
        var options = new ComponentResourceOptions { Parent = this };
        foreach (var other in others.OfType<Resource>())
        {
            options.DependsOn.Add(other);
        }

        return options;
    }

    private static ClusterPlace Existing(ExistingNetworkSettings network) =>
        new(network.Network, network.Subnetwork, network.PodRange, network.ServiceRange);
}
