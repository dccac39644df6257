using System.ComponentModel.DataAnnotations;
using Infra.Model.Names;

namespace Infra.Model.Servings;

/// <summary>
/// A file of prompts that a Job sends to the serving, once, beside what else it is asked. No deployment waits for its end, and a Job that
/// is started again goes on where the last one stopped.
/// </summary>
public sealed record BatchSettings
{
    /// <summary>
    /// The prompts in Cloud Storage, one JSON object with <c>prompt</c> a line: <c>gs://BUCKET/PATH/prompts.jsonl</c>. Required. Its bucket
    /// has uniform bucket-level access.
    /// </summary>
    public GcsObject? Input { get; init; }

    /// <summary>
    /// The folder in Cloud Storage that takes the answers: <c>gs://BUCKET/FOLDER/</c>. Required; one that belongs to this input alone, apart
    /// from prompts, checkpoints and temporary data. Its bucket has uniform bucket-level access.
    /// </summary>
    public GcsFolder? Output { get; init; }

    /// <summary>
    /// Prompts that are sent at a time. Default: as many as the serving has slots, at most 256 a replica, which is how many requests a
    /// server takes at once.
    /// </summary>
    [Range(1, MostConcurrent)]
    public int? Concurrency { get; init; }

    /// <summary>Tokens that an answer may have where its line does not say. Default 200.</summary>
    [Range(1, 1_000_000)]
    public int? MaxTokens { get; init; }

    /// <summary>The image of the Job, which has to have the .NET 10 SDK. Default <c>mcr.microsoft.com/dotnet/sdk:10.0.401-noble</c>, by its digest.</summary>
    public string? Image { get; init; }

    /// <summary>
    /// The Kubernetes service account that may read the input and write the output. Default, where the stack makes the cluster: one that
    /// is made and may do only that. Required in a cluster that exists.
    /// </summary>
    public KubernetesName? ServiceAccount { get; init; }

    /// <summary>The most prompts at a time.</summary>
    internal const int MostConcurrent = 10_000;

    /// <summary>These settings where they say something, <paramref name="below"/> elsewhere.</summary>
    public BatchSettings Over(BatchSettings? below) =>
        new()
        {
            Input = Input ?? below?.Input,
            Output = Output ?? below?.Output,
            Concurrency = Concurrency ?? below?.Concurrency,
            MaxTokens = MaxTokens ?? below?.MaxTokens,
            Image = Image ?? below?.Image,
            ServiceAccount = ServiceAccount ?? below?.ServiceAccount,
        };
}
