using System.ComponentModel.DataAnnotations;

namespace Infra.Settings.Servings;

/// <summary>A file of prompts that the serving answers, once, beside what else it is asked.</summary>
public sealed record BatchSettings
{
    /// <summary>The prompts in Cloud Storage, one JSON object with <c>prompt</c> a line: <c>gs://BUCKET/PATH/prompts.jsonl</c>. Required.</summary>
    public GcsPath? Input { get; init; }

    /// <summary>The folder in Cloud Storage that takes the answers: <c>gs://BUCKET/PATH/</c>. Required; not the input's own folder.</summary>
    public GcsPath? Output { get; init; }

    /// <summary>Prompts that are sent at a time. Default: as many as the serving has slots, at most 256 a replica.</summary>
    [Range(1, 10_000)]
    public int? Concurrency { get; init; }

    /// <summary>Tokens that an answer may have where its line does not say. Default 200.</summary>
    [Range(1, 1_000_000)]
    public int? MaxTokens { get; init; }

    /// <summary>The image of the Job, which has to have the .NET 10 SDK.</summary>
    public string? Image { get; init; }

    /// <summary>
    /// The Kubernetes service account that may read the input and write the output. Default, where the stack makes the cluster: one that
    /// is made and may do only that. Required in a cluster that exists.
    /// </summary>
    public KubernetesName? ServiceAccount { get; init; }

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
