using System.Collections.Immutable;
using Infra.Batches;
using Infra.JetStream;
using Infra.LeaderWorkerSets.Installation;
using Infra.Observability;
using Infra.Platform;
using Infra.Settings;
using Infra.Settings.Servings;
using Pulumi;

namespace Infra;

/// <summary>Everything that one stack consists of.</summary>
public sealed class InferenceStack : Stack
{
    /// <summary>Declares the stack.</summary>
    /// <param name="blueprint">What the stack is to be.</param>
    /// <param name="secret">The text of an encrypted setting by its key.</param>
    /// <param name="options">The stack's options. Default: none.</param>
    /// <param name="onFailure">What the engine calls when a serving cannot be deployed. Default: nothing.</param>
    public InferenceStack(
        Blueprint blueprint,
        Func<string, Output<string>> secret,
        StackOptions? options = null,
        Func<Serving, ErrorHook>? onFailure = null
    )
        : base(options)
    {
        var cluster = ServingCluster.Of(blueprint);
        var controller = Controller(blueprint, cluster);
        var namespaces = new Namespaces(cluster);
        var deployed = blueprint.Deployed.ToList();
        var slices = deployed.ConvertAll(serving => cluster.Platform?.SlicesOf(serving));
        for (var index = 0; index < deployed.Count; index++)
        {
            var (serving, pools) = (deployed[index], slices[index]);
            Resource?[] before = [controller, pools, namespaces.Of(serving)];
            var model = Serve(
                serving,
                blueprint,
                pools,
                SecretTexts(serving, secret),
                onFailure,
                cluster.Inside(before)
            );
            Answer(serving, cluster, model);
            Watch(serving, blueprint, cluster, before);
        }

        Project = Known(cluster.Address?.Project);
        ClusterName = Known(cluster.Address?.Name);
        ClusterLocation = Known(cluster.Address?.Location);
        GetCredentials = Known(cluster.GetCredentials is { } command ? (Input<string>)command : null);
        Services = ByName(deployed, one => one.Address);
        Commands = ByName(deployed, ServingCommands.For);
        NodePools = Output.All(
            slices.OfType<TpuPools>().SelectMany(pools => pools.NodePools).Select(pool => pool.Name)
        );
        Chips = Output.Create(blueprint.Chips);
    }

    /// <summary>The project of the cluster; none where only a kubeconfig knows the cluster.</summary>
    [Output("project")]
    public Output<string?> Project { get; private set; }

    /// <summary>The cluster's name; none where only a kubeconfig knows the cluster.</summary>
    [Output("clusterName")]
    public Output<string?> ClusterName { get; private set; }

    /// <summary>The cluster's region or zone; none where only a kubeconfig knows the cluster.</summary>
    [Output("clusterLocation")]
    public Output<string?> ClusterLocation { get; private set; }

    /// <summary>The command that writes the cluster into a kubeconfig; none where only a kubeconfig knows the cluster.</summary>
    [Output("getCredentials")]
    public Output<string?> GetCredentials { get; private set; }

    /// <summary>The address inside the cluster at which each serving answers, by its name.</summary>
    [Output("services")]
    public Output<ImmutableDictionary<string, string>> Services { get; private set; }

    /// <summary>What to type to look at each serving and to ask it something, by its name and by what a command does.</summary>
    [Output("commands")]
    public Output<ImmutableDictionary<string, ImmutableDictionary<string, string>>> Commands { get; private set; }

    /// <summary>The names of the TPU node pools that the stack makes, serving by serving.</summary>
    [Output("nodePools")]
    public Output<ImmutableArray<string>> NodePools { get; private set; }

    /// <summary>The chips that all servings take together.</summary>
    [Output("chips")]
    public Output<int> Chips { get; private set; }

    private static LeaderWorkerSetController? Controller(Blueprint blueprint, ServingCluster cluster) =>
        blueprint.Controller is { } version
            ? new("leader-worker-set", new() { Version = version }, cluster.Inside(cluster.Platform))
            : null;

    private static JetStreamPathways Serve(
        Serving serving,
        Blueprint blueprint,
        TpuPools? pools,
        InputMap<string> secrets,
        Func<Serving, ErrorHook>? onFailure,
        ComponentResourceOptions options
    ) =>
        new(
            serving.Name,
            new()
            {
                Serving = serving,
                Controller = blueprint.Controller,
                ScratchLocation = serving.Scratch.Text,
                NodePools = pools is null ? [] : pools.NodePools,
                Secrets = secrets,
                OnFailure = onFailure?.Invoke(serving),
            },
            options
        );

    private static void Answer(Serving serving, ServingCluster cluster, JetStreamPathways model)
    {
        if (serving.Batch is not { } batch)
        {
            return;
        }

        var identity = batch.HasOwnAccount ? null : cluster.Platform?.IdentityOf(serving, batch);
        _ = new BatchInference(
            serving.Name,
            new()
            {
                Serving = serving,
                Batch = batch,
                GoogleAccount = identity?.Email,
            },
            cluster.Inside(model, identity)
        );
    }

    /// <summary>
    /// Waits for what the serving waits for, by when GKE is ready to collect, and not for the serving: how it starts is what one wants to
    /// watch first.
    /// </summary>
    private static void Watch(Serving serving, Blueprint blueprint, ServingCluster cluster, Resource?[] before)
    {
        if (serving.Monitoring.IsOn)
        {
            _ = new ServingObservability(
                serving.Name,
                new ServingObservabilityArgs
                {
                    Serving = serving,
                    Project = cluster.Metrics?.Project,
                    Location = cluster.Metrics?.Location,
                    Cluster = cluster.Metrics?.Name,
                    Labels = Labels(blueprint, serving),
                    DeletedWith = cluster.Platform?.Cluster.Resource,
                },
                cluster.Around(before)
            );
        }
    }

    private static Dictionary<string, string> Labels(Blueprint blueprint, Serving serving) =>
        new(blueprint.Platform?.Labels ?? ImmutableDictionary<string, string>.Empty, StringComparer.Ordinal)
        {
            ["serving"] = serving.Name,
        };

    private static Output<ImmutableDictionary<string, T>> ByName<T>(List<Serving> servings, Func<Serving, T> value)
    {
        var values = ImmutableDictionary.CreateBuilder<string, T>();
        foreach (var serving in servings)
        {
            values.Add(serving.Name, value(serving));
        }

        return Output.Create(values.ToImmutable());
    }

    private static Output<string?> Known(Input<string>? text) =>
        text is null ? Output.Create((string?)null) : text.Apply(value => (string?)value);

    private static InputMap<string> SecretTexts(Serving serving, Func<string, Output<string>> secret)
    {
        var texts = new InputMap<string>();
        foreach (var key in serving.Secrets)
        {
            texts.Add(key, secret(key));
        }

        return texts;
    }
}
