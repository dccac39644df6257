using System.ComponentModel.DataAnnotations;
using Infra.Model.MaxText;
using Infra.Model.Names;
using StackConfig.Binding;

namespace Infra.Model.Servings;

/// <summary>
/// A file of prompts that a Job sends to the serving once, alongside other requests. Deployments do not wait for the Job, and a restarted Job
/// resumes where the previous one stopped.
/// </summary>
public sealed record Batch
{
    /// <summary>The label that selects the Job of a serving's batch, and its pods.</summary>
    public const string Label = "jetstream-pathways/batch";

    /// <summary>
    /// The file of prompts in Cloud Storage, one JSON object with <c>prompt</c> per line: <c>gs://BUCKET/PATH/prompts.jsonl</c>. Required. The
    /// bucket must have uniform bucket-level access.
    /// </summary>
    public required GcsObject Input { get; init; }

    /// <summary>
    /// The folder in Cloud Storage for the results: <c>gs://BUCKET/FOLDER/</c>. Required. It must hold nothing but the results of this input:
    /// no prompts, checkpoints or temporary data. The bucket must have uniform bucket-level access.
    /// </summary>
    public required GcsFolder Output { get; init; }

    /// <summary>
    /// The number of concurrent requests. Default: the number of slots of the serving, at most 256 per replica, which is the limit of the
    /// server.
    /// </summary>
    [Range(1, MaxConcurrency)]
    public int? Concurrency { get; init; }

    /// <summary>The maximum number of tokens of an answer whose line does not set it. Default 200.</summary>
    [Range(1, 1_000_000)]
    public required int MaxTokens { get; init; }

    /// <summary>
    /// The image of the Job. It must contain the .NET 10 SDK. Default
    /// <c>mcr.microsoft.com/dotnet/sdk:10.0.401-noble@sha256:35d40304542c8689331f8cab17c65926cdf48fe711e289321d71924b230a7d29</c>.
    /// </summary>
    public required string Image { get; init; }

    /// <summary>
    /// The Kubernetes service account that can read the input and write the output. Default for a managed cluster: the stack creates one with
    /// exactly these permissions. Required for an existing cluster.
    /// </summary>
    [RegularExpression(KubernetesName.Pattern)]
    [Expected(KubernetesName.Accepted)]
    public string? ServiceAccount { get; init; }

    /// <summary>Whether the settings name a Kubernetes service account; otherwise the stack creates one.</summary>
    public bool HasOwnAccount => ServiceAccount is not null;

    /// <summary>The maximum number of concurrent requests.</summary>
    private const int MaxConcurrency = 10_000;

    /// <summary>Concurrent requests per replica if the number of slots is unknown.</summary>
    private const int ConcurrentPerReplica = 8;

    /// <summary>Gets the Kubernetes service account that the Job of a serving runs as.</summary>
    public string GetAccount(Serving serving) => ServiceAccount ?? $"{serving.Name}-batch";

    /// <summary>Gets the number of concurrent requests to a serving.</summary>
    public int GetConcurrency(Serving serving)
    {
        var useful =
            ServingSizing.From(serving).MaxConcurrentRequests ?? (double)ConcurrentPerReplica * serving.Replicas;
        return Concurrency ?? (int)Math.Clamp(useful, 1, MaxConcurrency);
    }
}
