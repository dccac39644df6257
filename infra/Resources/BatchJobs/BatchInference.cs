using Infra.Model.Servings;
using Infra.Resources.Servings;
using Pulumi;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Resources.BatchJobs;

/// <summary>
/// A file of prompts that a serving answers once: a Job, the program that it runs, and the Kubernetes service account that it runs as,
/// where none is brought along.
/// </summary>
/// <remarks>
/// <para>
/// Nothing waits for the Job's end, which may be days away. Its name follows from what it does: other prompts, another folder, another
/// image or another number of prompts at a time is another Job, which takes the place of the one before and goes on with what that left
/// in the folder. One that deleted the old Job and gave its name to a new one would find it still there, for nothing waits for that either;
/// that both run for a moment loses and repeats nothing.
/// </para>
/// <para>
/// A serving that changes does not start the batch again, nor does another version of the program: what runs goes on with the model that
/// then answers, and what is done stays done. The program is known to the Job by the name of its ConfigMap alone.
/// </para>
/// </remarks>
public sealed class BatchInference : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string Token = "jetstream-pathways:index:BatchInference";

    /// <summary>Declares a batch.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="args">The serving and its batch.</param>
    /// <param name="options">The component's options; the batch starts once what they depend on is there.</param>
    public BatchInference(string name, BatchInferenceArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        var job = new BatchJob(args.Serving, args.Batch);
        var needed = new List<Resource> { DeclareClient(name, args.Serving) };
        if (!args.Batch.HasOwnAccount)
        {
            needed.Add(DeclareAccount(name, args));
        }

        _ = new Job(
            $"{name}-batch",
            job.Arguments(),
            new()
            {
                Parent = this,
                DependsOn = [.. needed],
                DeleteBeforeReplace = true,
            }
        );
        JobName = Output.Create(job.Name);
        RegisterOutputs();
    }

    /// <summary>The Job's name.</summary>
    [Output("jobName")]
    public Output<string> JobName { get; private set; }

    private CustomResourceOptions Child => new() { Parent = this };

    private ConfigMap DeclareClient(string name, Serving serving) =>
        new(
            $"{name}-batch",
            new ConfigMapArgs
            {
                Metadata = ObjectMetadata.Of(serving, BatchJob.ClientName(serving)),
                Data = { [BatchClient.File] = BatchClient.Source },
            },
            Child
        );

    private ServiceAccount DeclareAccount(string name, BatchInferenceArgs args)
    {
        var metadata = ObjectMetadata.Of(args.Serving, args.Batch.AccountOf(args.Serving));
        if (args.GoogleAccount is not null)
        {
            metadata.Annotations = new() { ["iam.gke.io/gcp-service-account"] = args.GoogleAccount };
        }

        return new(
            $"{name}-batch",
            new ServiceAccountArgs { Metadata = metadata, AutomountServiceAccountToken = false },
            Child
        );
    }
}

/// <summary>The arguments of a <see cref="BatchInference"/>.</summary>
public sealed class BatchInferenceArgs : ResourceArgs
{
    /// <summary>The serving that answers. Required; it decides which objects exist and so cannot wait for an output.</summary>
    public required Serving Serving { get; init; }

    /// <summary>What it answers. Required.</summary>
    public required Batch Batch { get; init; }

    /// <summary>The e-mail address of the Google service account that the pods act as; null where the Kubernetes account is brought along.</summary>
    public string? GoogleAccount { get; init; }
}
