using System.ComponentModel.DataAnnotations;

namespace Infra.Settings.Servings;

/// <summary>The prompt that a deployment ends with.</summary>
public sealed record SmokeTestSettings
{
    /// <summary>
    /// Whether a deployment that changed the serving sends it a prompt and fails unless that is answered. Default <c>true</c>.
    /// </summary>
    public bool? Enabled { get; init; }

    /// <summary>The prompt. Default: the one of Google's guide, <c>What are the top 5 programming languages</c>.</summary>
    [StringLength(10_000, MinimumLength = 1)]
    public string? Prompt { get; init; }

    /// <summary>Tokens that the answer may have. Default 200.</summary>
    [Range(1, 1_000_000)]
    public int? MaxTokens { get; init; }

    /// <summary>Seconds in which a server that counts as ready has to answer. Default 600: the first prompts are compiled for.</summary>
    [Range(30, 86_400)]
    public int? TimeoutSeconds { get; init; }

    /// <summary>The image of the Job, which has to have <c>python3</c>.</summary>
    public string? Image { get; init; }

    /// <summary>These settings where they say something, <paramref name="below"/> elsewhere.</summary>
    public SmokeTestSettings Over(SmokeTestSettings? below) =>
        new()
        {
            Enabled = Enabled ?? below?.Enabled,
            Prompt = Prompt ?? below?.Prompt,
            MaxTokens = MaxTokens ?? below?.MaxTokens,
            TimeoutSeconds = TimeoutSeconds ?? below?.TimeoutSeconds,
            Image = Image ?? below?.Image,
        };
}
