using Infra.Model.Platform;
using Infra.Model.Servings;
using Pulumi;
using Pulumi.Gcp.Container;

namespace Infra.Resources.Platform;

/// <summary>Everything in Google Cloud that servings share: APIs, network, identities, buckets, cluster and system pool.</summary>
/// <remarks>Each waits for those before it, and on the way down goes before them.</remarks>
public sealed class GooglePlatform : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:GooglePlatform";

    private readonly PlatformPlan _plan;
    private readonly NodeIdentity _tpuNodes;
    private readonly Storage _storage;

    /// <summary>Declares the platform.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="plan">What it is to be.</param>
    /// <param name="servings">The servings, deployed or not, whose buckets the nodes may use.</param>
    public GooglePlatform(string name, PlatformPlan plan, IReadOnlyCollection<Serving> servings)
        : this(name, plan, servings, GoogleAccess.To(plan)) { }

    private GooglePlatform(
        string name,
        PlatformPlan plan,
        IReadOnlyCollection<Serving> servings,
        Pulumi.Gcp.Provider google
    )
        : base(Token, name, new ComponentResourceOptions { Providers = { google } })
    {
        (_plan, Google) = (plan, google);
        var apis = plan.Apis.IsEmpty ? null : new GoogleApis("apis", plan.Project, plan.Apis, After());
        var network = plan.Network.Existing is null ? new Network("network", plan, After(apis)) : null;
        var systemNodes = new NodeIdentity("system", "nodes without chips", plan, After(apis));
        _tpuNodes = new NodeIdentity("tpu", "nodes with chips", plan, After(apis));
        _storage = new("storage", plan, servings, _tpuNodes.Member, After(apis));
        Cluster = new(
            "cluster",
            plan,
            network?.Place ?? ClusterPlace.In(plan.Network.Existing!),
            systemNodes,
            After(apis, network, systemNodes, _tpuNodes, _storage)
        );
        Lifetime = new(Cluster.Resource, network?.Resources ?? []);
        SystemPool = Platform.SystemPool.Declare(
            plan,
            Cluster,
            systemNodes,
            new() { Parent = this, DeleteBeforeReplace = true }
        );
        RegisterOutputs();
    }

    /// <summary>Access to where everything is made.</summary>
    public Pulumi.Gcp.Provider Google { get; }

    /// <summary>The cluster.</summary>
    public GkeCluster Cluster { get; }

    /// <summary>Ties to the cluster what is inside it.</summary>
    public ClusterLifetime Lifetime { get; }

    /// <summary>The nodes without chips.</summary>
    public NodePool SystemPool { get; }

    /// <summary>Requires the checkpoints of servings, for which slices are to be created.</summary>
    /// <exception cref="RunException">Checkpoints are missing or cannot be read.</exception>
    public Task RequireCheckpointsAsync(IEnumerable<Serving> servings)
    {
        var checkpoints = servings.Select(serving => new Checkpoint(
            serving.Name,
            serving.Checkpoint,
            _storage.ExistingBucket(serving.Checkpoint.Bucket)
        ));
        return CheckpointLookup.RequireAsync([.. checkpoints], new InvokeOptions { Provider = Google });
    }

    /// <summary>Creates the slices of a serving, after everything else.</summary>
    /// <param name="serving">The serving.</param>
    /// <param name="kubernetes">
    /// The provider of what runs on the slices. The engine deletes a smoke test together with a slice that is replaced, and does not load
    /// the provider for that. Source: <c>findResourcesReplacedWith</c> in its step_generator.go, version 3.259.0.
    /// </param>
    public TpuPools SlicesOf(Serving serving, Pulumi.Kubernetes.Provider kubernetes) =>
        new(
            serving.Name,
            new()
            {
                Plan = _plan,
                Serving = serving,
                Cluster = Cluster.Name,
                Account = _tpuNodes.Email,
            },
            new() { Providers = { Google }, DependsOn = { this, kubernetes } }
        );

    /// <summary>Declares who the Job of a serving's batch is: once the cluster is there, with which its pods' identities begin to exist.</summary>
    /// <param name="serving">The serving.</param>
    /// <param name="batch">Its batch, without an account of its own.</param>
    public BatchIdentity IdentityOf(Serving serving, Batch batch) =>
        new(
            serving.Name,
            new()
            {
                Plan = _plan,
                Serving = serving,
                Batch = batch,
                InputBucket = _storage.NameOf(batch.Input.Bucket),
                OutputBucket = _storage.NameOf(batch.Output.Bucket),
            },
            new() { Providers = { Google }, DependsOn = { this } }
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
}
