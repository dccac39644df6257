using System.Collections.Immutable;
using Infra.Model;
using Infra.Model.Servings;
using Infra.Resources;
using Infra.Resources.BatchJobs;
using Infra.Resources.LeaderWorkerSets.Installation;
using Infra.Resources.Observability;
using Infra.Resources.Platform;
using Infra.Resources.Servings;
using Pulumi;

namespace Infra;

/// <summary>Everything that one stack consists of.</summary>
/// <remarks>
/// What exists already is looked up, and awaited, before the first resource that needs it: a look-up that fails inside an output fails once
/// for each resource and each stack output that depends on it.
/// </remarks>
public static class InferenceStack
{
    /// <summary>Creates the stack's resources and returns its outputs.</summary>
    /// <param name="blueprint">What the stack is to be.</param>
    /// <param name="secret">The value of an encrypted setting by its key.</param>
    /// <param name="onFailure">What the engine calls when an operation on a serving fails. Default: nothing.</param>
    /// <exception cref="RunException">A cluster, stack or checkpoint that has to exist cannot be found.</exception>
    public static async Task<IDictionary<string, object?>> CreateAsync(
        Blueprint blueprint,
        Func<string, Output<string>> secret,
        ErrorHook? onFailure = null
    )
    {
        var cluster = await ServingCluster.GetOrCreateAsync(blueprint);
        var controller = Controller(blueprint, cluster);
        var namespaces = new Namespaces(cluster);
        var deployed = blueprint.Deployed.ToList();
        var slices = deployed.ConvertAll(serving => cluster.Platform?.SlicesOf(serving, cluster.Kubernetes));
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

        return StackOutputs.Of(blueprint, cluster, slices.OfType<TpuPools>());
    }

    private static LeaderWorkerSetController? Controller(Blueprint blueprint, ServingCluster cluster) =>
        blueprint.Controller is { } version
            ? new("leader-worker-set", new() { Version = version }, cluster.Inside(cluster.Platform))
            : null;

    private static JetStreamPathways Serve(
        Serving serving,
        Blueprint blueprint,
        TpuPools? pools,
        InputMap<string> secrets,
        ErrorHook? onFailure,
        ComponentResourceOptions options
    ) =>
        new(
            serving.Name,
            new()
            {
                Serving = serving,
                Controller = blueprint.Controller,
                ScratchLocation = serving.ScratchLocation.Text,
                NodePools = pools is null ? [] : pools.NodePools,
                Secrets = secrets,
                OnFailure = onFailure,
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
        if (serving.IsObserved)
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
