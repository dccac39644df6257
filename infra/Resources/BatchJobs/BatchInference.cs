using Infra.Model.Servings;
using Infra.Resources.Platform;
using Infra.Resources.Servings;
using Pulumi;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.BatchJobs;

/// <summary>
/// Batch inference: a Job that sends a file of prompts to a serving, the ConfigMap with its program, and its Kubernetes service account unless
/// that exists.
/// </summary>
/// <remarks>
/// <para>
/// The Job may run for days and is not awaited. Its name contains a digest of its specification: other prompts, another output folder, image
/// or concurrency replace it with another Job, which resumes from the results in the output folder. A new Job of the same name could not be
/// created while the old one is being deleted, which is not awaited either. If both run for a moment, no result is lost or duplicated.
/// </para>
/// <para>
/// Neither a changed serving nor a new version of the program restarts the batch: the Job continues with the current model and keeps the
/// results. The Job refers to the program only by the name of its ConfigMap.
/// </para>
/// </remarks>
public sealed class BatchInference : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:BatchInference";

    /// <summary>Creates the batch.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The serving and its batch.</param>
    /// <param name="options">The component's options, with a provider for Kubernetes.</param>
    public BatchInference(string name, BatchInferenceArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        var job = new BatchJob(args.Serving, args.Batch);
        var client = CreateClient(name, args.Serving);
        var account = args.Batch.HasOwnAccount ? null : CreateAccount(name, args);
        _ = new Job(
            $"{name}-batch",
            job.CreateArgs(),
            new CustomResourceOptions { Parent = this, DeleteBeforeReplace = true }.WithDependsOn(client, account)
        );
        JobName = Output.Create(job.Name);
        RegisterOutputs();
    }

    /// <summary>The Job's name.</summary>
    [Output("jobName")]
    public Output<string> JobName { get; private set; }

    private ConfigMap CreateClient(string name, Serving serving) =>
        new(
            $"{name}-batch",
            new ConfigMapArgs
            {
                Metadata = ObjectMetadata.Create(serving, BatchJob.ClientConfigMapName(serving)),
                Data = { [BatchClient.File] = BatchClient.Source },
            },
            new() { Parent = this }
        );

    private ServiceAccount CreateAccount(string name, BatchInferenceArgs args)
    {
        var metadata = ObjectMetadata.Create(args.Serving, args.Batch.GetAccount(args.Serving));
        if (args.Identity is { } identity)
        {
            metadata.Annotations = new() { ["iam.gke.io/gcp-service-account"] = identity.Email };
        }

        return new(
            $"{name}-batch",
            new ServiceAccountArgs { Metadata = metadata, AutomountServiceAccountToken = false },
            new() { Parent = this }
        );
    }
}

/// <summary>The arguments of a <see cref="BatchInference"/>.</summary>
public sealed class BatchInferenceArgs : ResourceArgs
{
    /// <summary>The serving. Required; it determines which objects exist and therefore cannot be an output.</summary>
    public required Serving Serving { get; init; }

    /// <summary>The batch. Required.</summary>
    public required Batch Batch { get; init; }

    /// <summary>The Google service account that the pods act as. Default: that of an existing Kubernetes service account.</summary>
    public BatchIdentity? Identity { get; init; }
}
