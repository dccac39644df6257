using System.ComponentModel.DataAnnotations;
using Infra.Settings.Binding;

namespace Infra.Settings.Servings;

/// <summary>The prompt that a deployment ends with.</summary>
public sealed record SmokeTestSettings
{
    /// <summary>
    /// Whether a deployment that changed the serving sends it a prompt and fails unless that is answered. Default <c>true</c>. Where nobody
    /// waited until the serving is ready (<c>waitUntilReady: false</c>), this waits as long.
    /// </summary>
    public bool? Enabled { get; init; }

    /// <summary>The prompt. Default: the one of Google's guide, <c>What are the top 5 programming languages</c>.</summary>
    [Length(1, 10_000)]
    [RegularExpression(@"[^\u0000]*[^\u0000-\u0020][^\u0000]*")]
    [Accepted("a text of at most 10000 characters that is not blank")]
    public string? Prompt { get; init; }

    /// <summary>Tokens that the answer may have. Default 200.</summary>
    [Range(1, 1_000_000)]
    public int? MaxTokens { get; init; }

    /// <summary>Seconds in which a server that counts as ready has to answer. Default 600: the first prompts are compiled for.</summary>
    [Range(30, 86_400)]
    public int? TimeoutSeconds { get; init; }

    /// <summary>
    /// The image of the Job, which has to have <c>python3</c>. Default: Python's own, named by its content as well; GKE takes such images
    /// from Google's mirror of Docker Hub where that has them.
    /// </summary>
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
