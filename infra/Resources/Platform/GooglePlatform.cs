using Infra.Model.Platform;
using Infra.Model.Servings;
using Pulumi;

namespace Infra.Resources.Platform;

/// <summary>The Google Cloud resources that servings share: APIs, network, identities, buckets, cluster and system node pool.</summary>
public sealed class GooglePlatform : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:GooglePlatform";

    /// <summary>Creates the platform.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The platform and its servings.</param>
    /// <param name="options">The component's options, with a provider for Google Cloud.</param>
    public GooglePlatform(string name, GooglePlatformArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        var platform = args.Platform;
        var apis = platform.Apis.IsEmpty
            ? null
            : new GoogleApis($"{name}-apis", new() { Project = platform.Project, Apis = platform.Apis }, Child());
        var network = platform.Network.Existing is null
            ? new Network($"{name}-network", new() { Platform = platform }, Child(apis))
            : null;
        var systemNodes = CreateNodeIdentity(name, platform, "system", "system nodes", apis);
        TpuNodes = CreateNodeIdentity(name, platform, "tpu", "TPU nodes", apis);
        Storage = new(
            $"{name}-storage",
            new()
            {
                Platform = platform,
                Servings = args.Servings,
                TpuNodes = TpuNodes,
            },
            Child(apis)
        );
        Cluster = new(
            $"{name}-cluster",
            new()
            {
                Platform = platform,
                Network = network?.ClusterNetwork ?? ClusterNetwork.FromExisting(platform.Network.Existing!),
                NodeIdentity = systemNodes,
            },
            Child(apis, network, systemNodes, TpuNodes, Storage)
        );
        Binding = new(Cluster.Resource, network?.Resources ?? []);
        _ = SystemPool.Create(
            $"{name}-system",
            platform,
            Cluster,
            systemNodes,
            new() { Parent = this, DeleteBeforeReplace = true }
        );
        RegisterOutputs();
    }

    /// <summary>The cluster.</summary>
    public GkeCluster Cluster { get; }

    /// <summary>Binds objects to the cluster.</summary>
    public ClusterBinding Binding { get; }

    /// <summary>The buckets.</summary>
    public Storage Storage { get; }

    /// <summary>The service account of TPU nodes.</summary>
    public NodeIdentity TpuNodes { get; }

    /// <summary>Requires the checkpoints of the servings that node pools are to be created for.</summary>
    /// <exception cref="RunException">Checkpoints are missing or cannot be read.</exception>
    public Task RequireCheckpointsAsync(IEnumerable<Serving> servings)
    {
        var checkpoints = servings.Select(serving => new Checkpoint(
            serving.Name,
            serving.Checkpoint,
            Storage.GetExistingBucketName(serving.Checkpoint.Bucket)
        ));
        return CheckpointLookup.RequireAsync([.. checkpoints], new InvokeOptions { Parent = this });
    }

    private NodeIdentity CreateNodeIdentity(
        string name,
        PlatformModel platform,
        string nodes,
        string description,
        GoogleApis? apis
    ) =>
        new(
            $"{name}-{nodes}-nodes",
            new()
            {
                Platform = platform,
                Nodes = nodes,
                Description = description,
            },
            Child(apis)
        );

    private ComponentResourceOptions Child(params IEnumerable<Resource?> dependsOn) =>
        new ComponentResourceOptions { Parent = this }.WithDependsOn(dependsOn);
}

/// <summary>The arguments of a <see cref="GooglePlatform"/>.</summary>
public sealed class GooglePlatformArgs : ResourceArgs
{
    /// <summary>The platform. Required.</summary>
    public required PlatformModel Platform { get; init; }

    /// <summary>The servings, deployed or not, whose buckets TPU nodes may use. Required.</summary>
    public required IReadOnlyCollection<Serving> Servings { get; init; }
}
