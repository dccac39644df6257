using Infra.Model.Platform;
using Pulumi;
using Pulumi.Gcp.Container;

namespace Infra.Resources.Platform;

/// <summary>A private, regional GKE cluster without node pools.</summary>
public sealed class GkeCluster : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:GkeCluster";

    private static readonly CustomTimeouts Timeouts = new()
    {
        Create = TimeSpan.FromMinutes(60),
        Update = TimeSpan.FromMinutes(90),
        Delete = TimeSpan.FromMinutes(60),
    };

    /// <summary>Creates the cluster.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The platform, the network and the identity of the cluster's first nodes.</param>
    /// <param name="options">The component's options, with a provider for Google Cloud.</param>
    public GkeCluster(string name, GkeClusterArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        Resource = new(name, ClusterArgsFactory.Create(args), CreateOptions(args.Platform));
        Name = Resource.Name;
        Location = Resource.Location;
        RegisterOutputs();
    }

    /// <summary>The cluster itself.</summary>
    public Cluster Resource { get; }

    /// <summary>The cluster's name.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; }

    /// <summary>The cluster's region.</summary>
    [Output("location")]
    public Output<string> Location { get; private set; }

    private CustomResourceOptions CreateOptions(PlatformModel platform)
    {
        var options = new CustomResourceOptions
        {
            Parent = this,
            Protect = platform.Cluster.Protect,
            DeleteBeforeReplace = true,
            CustomTimeouts = Timeouts,
            // Describes only the initial nodes. Once they are removed, GKE returns the configuration of another pool.
            IgnoreChanges = { "nodeConfig" },
        };
        if (!GkeControlPlane.HasIpEndpoint(platform))
        {
            // Without an IP endpoint the provider neither sends nor reads this field, which would always differ.
            options.IgnoreChanges.Add("masterAuthorizedNetworksConfig");
        }

        return options;
    }
}

/// <summary>The arguments of a <see cref="GkeCluster"/>.</summary>
public sealed class GkeClusterArgs : ResourceArgs
{
    /// <summary>The platform. Required.</summary>
    public required PlatformModel Platform { get; init; }

    /// <summary>The network. Required.</summary>
    public required ClusterNetwork Network { get; init; }

    /// <summary>The service account of its first nodes. Required.</summary>
    public required NodeIdentity NodeIdentity { get; init; }
}
