namespace Infra.Settings.Servings;

/// <summary>A file of prompts that a serving answers once.</summary>
public sealed record Batch
{
    /// <summary>The prompts, one JSON object a line.</summary>
    public required GcsPath Input { get; init; }

    /// <summary>The folder that takes the answers.</summary>
    public required GcsPath Output { get; init; }

    /// <summary>Prompts that are sent at a time.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Tokens that an answer may have where its line does not say.</summary>
    public required int MaxTokens { get; init; }

    /// <summary>The image of the Job.</summary>
    public required string Image { get; init; }

    /// <summary>The Kubernetes service account that exists for it; null for one that the stack makes.</summary>
    public string? ServiceAccount { get; init; }
}
