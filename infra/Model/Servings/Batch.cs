using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;
using Infra.Model.MaxText;
using Infra.Model.Names;

namespace Infra.Model.Servings;

/// <summary>
/// A file of prompts that a Job sends to the serving, once, beside what else it is asked. No deployment waits for its end, and a Job that
/// is started again goes on where the last one stopped.
/// </summary>
public sealed record Batch
{
    /// <summary>The label by which the Job of a serving's batch is found, and its pods.</summary>
    public const string Label = "jetstream-pathways/batch";

    /// <summary>
    /// The prompts in Cloud Storage, one JSON object with <c>prompt</c> a line: <c>gs://BUCKET/PATH/prompts.jsonl</c>. Required. Its bucket
    /// has uniform bucket-level access.
    /// </summary>
    public required GcsObject Input { get; init; }

    /// <summary>
    /// The folder in Cloud Storage that takes the answers: <c>gs://BUCKET/FOLDER/</c>. Required; one that belongs to this input alone, apart
    /// from prompts, checkpoints and temporary data. Its bucket has uniform bucket-level access.
    /// </summary>
    public required GcsFolder Output { get; init; }

    /// <summary>
    /// Prompts that are sent at a time. Default: as many as the serving has slots, at most 256 a replica, which is how many requests a
    /// server takes at once.
    /// </summary>
    [Range(1, MostConcurrent)]
    public int? Concurrency { get; init; }

    /// <summary>Tokens that an answer may have where its line does not say. Default 200.</summary>
    [Range(1, 1_000_000)]
    public required int MaxTokens { get; init; }

    /// <summary>
    /// The image of the Job, which has to have the .NET 10 SDK. Default
    /// <c>mcr.microsoft.com/dotnet/sdk:10.0.401-noble@sha256:35d40304542c8689331f8cab17c65926cdf48fe711e289321d71924b230a7d29</c>.
    /// </summary>
    public required string Image { get; init; }

    /// <summary>
    /// The Kubernetes service account that may read the input and write the output. Default, where the stack makes the cluster: one that
    /// is made and may do only that. Required in a cluster that exists.
    /// </summary>
    [RegularExpression(KubernetesName.Pattern)]
    [Accepted(KubernetesName.Accepted)]
    public string? ServiceAccount { get; init; }

    /// <summary>Whether the Kubernetes service account exists; else the stack makes it.</summary>
    public bool HasOwnAccount => ServiceAccount is not null;

    /// <summary>The most prompts at a time.</summary>
    private const int MostConcurrent = 10_000;

    /// <summary>Prompts at a time for each replica, where nobody knows how many slots the serving has.</summary>
    private const int ConcurrentPerReplica = 8;

    /// <summary>The Kubernetes service account that the Job of a serving runs as.</summary>
    public string AccountOf(Serving serving) => ServiceAccount ?? $"{serving.Name}-batch";

    /// <summary>Prompts that are sent to a serving at a time.</summary>
    public int ConcurrencyOf(Serving serving)
    {
        var useful = ServingSizing.Of(serving).PromptsAtOnce ?? (double)ConcurrentPerReplica * serving.Replicas;
        return Concurrency ?? (int)Math.Clamp(useful, 1, MostConcurrent);
    }
}
