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
        var plan = args.Plan;
        var apis = plan.Apis.IsEmpty
            ? null
            : new GoogleApis($"{name}-apis", new() { Project = plan.Project, Apis = plan.Apis }, Child());
        var network = plan.Network.Existing is null
            ? new Network($"{name}-network", new() { Plan = plan }, Child(apis))
            : null;
        var systemNodes = CreateNodeIdentity(name, plan, "system", "system nodes", apis);
        TpuNodes = CreateNodeIdentity(name, plan, "tpu", "TPU nodes", apis);
        Storage = new(
            $"{name}-storage",
            new()
            {
                Plan = plan,
                Servings = args.Servings,
                TpuNodes = TpuNodes,
            },
            Child(apis)
        );
        Cluster = new(
            $"{name}-cluster",
            new()
            {
                Plan = plan,
                Network = network?.ClusterNetwork ?? ClusterNetwork.FromExisting(plan.Network.Existing!),
                NodeIdentity = systemNodes,
            },
            Child(apis, network, systemNodes, TpuNodes, Storage)
        );
        Binding = new(Cluster.Resource, network?.Resources ?? []);
        _ = SystemPool.Create(
            $"{name}-system",
            plan,
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
        PlatformPlan plan,
        string nodes,
        string description,
        GoogleApis? apis
    ) =>
        new(
            $"{name}-{nodes}-nodes",
            new()
            {
                Plan = plan,
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
    public required PlatformPlan Plan { get; init; }

    /// <summary>The servings, deployed or not, whose buckets TPU nodes may use. Required.</summary>
    public required IReadOnlyCollection<Serving> Servings { get; init; }
}
