using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Container;

namespace Infra.Resources.Platform;

/// <summary>A private, regional GKE cluster, without the pools that its nodes come in.</summary>
public sealed class GkeCluster : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:GkeCluster";

    private static readonly CustomTimeouts Patience = new()
    {
        Create = TimeSpan.FromMinutes(60),
        Update = TimeSpan.FromMinutes(90),
        Delete = TimeSpan.FromMinutes(60),
    };

    /// <summary>Declares the cluster.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="plan">What it is to be.</param>
    /// <param name="place">Where in the network it goes.</param>
    /// <param name="identity">The service account of its first nodes.</param>
    /// <param name="options">The component's options.</param>
    public GkeCluster(
        string name,
        PlatformPlan plan,
        ClusterPlace place,
        NodeIdentity identity,
        ComponentResourceOptions options
    )
        : base(Token, name, options)
    {
        Resource = new("gke-cluster", GkeClusterArguments.Of(plan, place, identity.Email), Options(plan));
        Name = Resource.Name;
        Location = Resource.Location;
        Endpoint = Resource.ControlPlaneEndpointsConfig.Apply(config => config.DnsEndpointConfig!.Endpoint!);
        RegisterOutputs();
    }

    /// <summary>The cluster itself, with which everything inside it goes.</summary>
    public Cluster Resource { get; }

    /// <summary>The cluster's name.</summary>
    public Output<string> Name { get; }

    /// <summary>The region that it lies in.</summary>
    public Output<string> Location { get; }

    /// <summary>The DNS name of its control plane.</summary>
    public Output<string> Endpoint { get; }

    private CustomResourceOptions Options(PlatformPlan plan)
    {
        var options = new CustomResourceOptions
        {
            Parent = this,
            Protect = plan.Cluster.Protect,
            DeleteBeforeReplace = true,
            CustomTimeouts = Patience,
            // Describes the first nodes alone, which are gone once the cluster stands; GKE then answers with another pool's.
            IgnoreChanges = { "nodeConfig" },
        };
        if (!GkeControlPlane.HasAddress(plan))
        {
            // The provider neither sends nor reads back who may come to an address that is not there: it would differ for ever.
            options.IgnoreChanges.Add("masterAuthorizedNetworksConfig");
        }

        return options;
    }
}
