using Infra.Model.Names;

namespace Infra.Model.Servings;

/// <summary>A file of prompts that a serving answers once.</summary>
public sealed record Batch
{
    /// <summary>The label by which the Job of a serving's batch is found, and its pods.</summary>
    public const string Label = "jetstream-pathways/batch";

    /// <summary>The prompts, one JSON object a line.</summary>
    public required GcsObject Input { get; init; }

    /// <summary>The folder that takes the answers.</summary>
    public required GcsFolder Output { get; init; }

    /// <summary>Prompts that are sent at a time.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Tokens that an answer may have where its line does not say.</summary>
    public required int MaxTokens { get; init; }

    /// <summary>The image of the Job.</summary>
    public required string Image { get; init; }

    /// <summary>The Kubernetes service account that the Job runs as.</summary>
    public required string ServiceAccount { get; init; }

    /// <summary>Whether that account exists; else the stack makes it.</summary>
    public required bool HasOwnAccount { get; init; }
}
