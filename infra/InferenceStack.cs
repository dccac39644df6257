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

/// <summary>The components of one stack.</summary>
/// <remarks>
/// Existing resources are looked up and awaited before the first resource that needs them: a look-up that fails inside an output reports
/// its error once for each resource and each stack output that depends on it.
/// </remarks>
public static class InferenceStack
{
    /// <summary>Creates the stack's resources and returns its outputs.</summary>
    /// <param name="stack">The model of the stack.</param>
    /// <param name="secret">The value of an encrypted setting by its key.</param>
    /// <param name="onFailure">The error hook of servings. Default: none.</param>
    /// <exception cref="RunException">An existing cluster, stack or checkpoint cannot be found.</exception>
    public static async Task<IDictionary<string, object?>> CreateAsync(
        StackModel stack,
        Func<string, Output<string>> secret,
        ErrorHook? onFailure = null
    )
    {
        var cluster = await ServingCluster.GetOrCreateAsync(stack);
        var controller = CreateController(stack, cluster);
        var namespaces = new Namespaces(cluster);
        var deployed = stack.Deployed.ToList();
        var slices = deployed.ConvertAll(serving => CreateTpuNodePools(serving, stack, cluster));
        var models = new List<(Serving, JetStreamPathways)>();
        foreach (var (serving, pools) in deployed.Zip(slices))
        {
            Resource?[] prerequisites = [controller, pools, namespaces.GetOrCreate(serving)];
            var model = new JetStreamPathways(
                serving.Name,
                new()
                {
                    Serving = serving,
                    Controller = stack.Controller,
                    ScratchLocation = serving.ScratchLocation.Text,
                    NodePools = pools?.NodePools ?? [],
                    Secrets = SecretValues(serving, secret),
                    OnFailure = onFailure,
                },
                cluster.InClusterOptions(prerequisites)
            );
            models.Add((serving, model));
            CreateBatchInference(serving, stack, cluster, model);
            CreateObservability(serving, stack, cluster, prerequisites);
        }

        return StackOutputs.Create(stack, cluster, slices.OfType<TpuPools>(), models);
    }

    private static InputMap<string> SecretValues(Serving serving, Func<string, Output<string>> secret)
    {
        var values = new InputMap<string>();
        foreach (var key in serving.Secrets)
        {
            values.Add(key, secret(key));
        }

        return values;
    }

    private static LeaderWorkerSetController? CreateController(StackModel stack, ServingCluster cluster) =>
        stack.Controller is { } version
            ? new("leader-worker-set", new() { Version = version }, cluster.InClusterOptions(cluster.Platform))
            : null;

    /// <summary>
    /// The pools depend on the Kubernetes provider, too: the engine deletes a smoke test together with a slice that is replaced, and does not
    /// load the provider for that. Source: <c>findResourcesReplacedWith</c> in its step_generator.go, version 3.259.0.
    /// </summary>
    private static TpuPools? CreateTpuNodePools(Serving serving, StackModel stack, ServingCluster cluster) =>
        cluster is { Platform: { } platform, Google: { } google }
            ? new(
                serving.Name,
                new()
                {
                    Platform = stack.Platform!,
                    Serving = serving,
                    Cluster = platform.Cluster.Name,
                    Account = platform.TpuNodes.Email,
                    PricePerChipHour = ToInput(serving.Capacity.PricePerChipHour),
                },
                new() { Providers = { google }, DependsOn = { platform, cluster.Kubernetes } }
            )
            : null;

    private static Input<double>? ToInput(double? number) => number is { } known ? known : null;

    private static void CreateBatchInference(
        Serving serving,
        StackModel stack,
        ServingCluster cluster,
        JetStreamPathways model
    )
    {
        if (serving.Batch is not { } batch)
        {
            return;
        }

        var identity = batch.HasOwnAccount ? null : CreateBatchIdentity(serving, batch, stack, cluster);
        _ = new BatchInference(
            serving.Name,
            new()
            {
                Serving = serving,
                Batch = batch,
                Identity = identity,
            },
            cluster.InClusterOptions(model, identity)
        );
    }

    /// <summary>The identity depends on the platform: the workload identity pool begins to exist with the project's first cluster.</summary>
    private static BatchIdentity? CreateBatchIdentity(
        Serving serving,
        Batch batch,
        StackModel stack,
        ServingCluster cluster
    ) =>
        cluster is { Platform: { } platform, Google: { } google }
            ? new(
                serving.Name,
                new()
                {
                    Platform = stack.Platform!,
                    Serving = serving,
                    Batch = batch,
                    InputBucket = platform.Storage.GetBucketName(batch.Input.Bucket),
                    OutputBucket = platform.Storage.GetBucketName(batch.Output.Bucket),
                },
                new() { Providers = { google }, DependsOn = { platform } }
            )
            : null;

    /// <summary>Monitoring does not wait for the serving: it also shows how the serving starts.</summary>
    private static void CreateObservability(
        Serving serving,
        StackModel stack,
        ServingCluster cluster,
        Resource?[] prerequisites
    )
    {
        if (!serving.IsObserved)
        {
            return;
        }

        var labels = stack.Platform?.Labels ?? ImmutableDictionary<string, string>.Empty;
        _ = new ServingObservability(
            serving.Name,
            new()
            {
                Serving = serving,
                Project = cluster.MetricsAddress?.Project,
                Location = cluster.MetricsAddress?.Location,
                Cluster = cluster.MetricsAddress?.Name,
                Labels = new Dictionary<string, string>(labels, StringComparer.Ordinal) { ["serving"] = serving.Name },
                DeletedWith = cluster.Platform?.Cluster.Resource,
            },
            cluster.MonitoringOptions(prerequisites)
        );
    }
}
