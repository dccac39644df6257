using System.ComponentModel.DataAnnotations;
using Infra.Configuration.Binding;

namespace Infra.Model.Servings;

/// <summary>The prompt that a deployment ends with.</summary>
public sealed record SmokeTest
{
    /// <summary>
    /// Whether a deployment that changed the serving sends it a prompt and fails unless that is answered. Default <c>true</c>. Where nobody
    /// waited until the serving is ready (<c>waitUntilReady: false</c>), this waits as long.
    /// </summary>
    public required bool Enabled { get; init; }

    /// <summary>The prompt. Default <c>What are the top 5 programming languages</c>, as in Google's guide.</summary>
    [Length(1, 10_000)]
    [RegularExpression(@"[^\u0000]*[^\u0000-\u0020][^\u0000]*")]
    [Accepted("a text of at most 10000 characters that is not blank")]
    public required string Prompt { get; init; }

    /// <summary>Tokens that the answer may have. Default 200.</summary>
    [Range(1, 1_000_000)]
    public required int MaxTokens { get; init; }

    /// <summary>Seconds in which a server that counts as ready has to answer. Default 600: the first prompts are compiled for.</summary>
    [Range(30, 86_400)]
    public required int TimeoutSeconds { get; init; }

    /// <summary>
    /// The image of the Job, which has to have <c>python3</c>. Default
    /// <c>docker.io/library/python:3.13.7-alpine3.22@sha256:9ba6d8cbebf0fb6546ae71f2a1c14f6ffd2fdab83af7fa5669734ef30ad48844</c>; GKE takes
    /// such images from Google's mirror of Docker Hub where that has them.
    /// </summary>
    public required string Image { get; init; }

    /// <summary>In which time a server that counts as ready has to answer.</summary>
    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);
}
