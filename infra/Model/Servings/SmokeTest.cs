using System.ComponentModel.DataAnnotations;
using StackConfig.Binding;

namespace Infra.Model.Servings;

/// <summary>The prompt that is sent at the end of a deployment.</summary>
public sealed record SmokeTest
{
    /// <summary>
    /// Whether a deployment that changes the serving sends it a prompt and fails unless it is answered. Default <c>true</c>. With
    /// <c>waitUntilReady: false</c> the smoke test itself waits until the serving is ready.
    /// </summary>
    public required bool Enabled { get; init; }

    /// <summary>The prompt. Default <c>What are the top 5 programming languages</c>, as in Google's guide.</summary>
    [Length(1, 10_000)]
    [RegularExpression(@"[^\u0000]*[^\u0000-\u0020][^\u0000]*")]
    [Expected("a string of at most 10000 characters that is not blank")]
    public required string Prompt { get; init; }

    /// <summary>The maximum number of tokens of the answer. Default 200.</summary>
    [Range(1, 1_000_000)]
    public required int MaxTokens { get; init; }

    /// <summary>How long a ready server may take to answer, in seconds. Default 600, because the first prompts trigger compilation.</summary>
    [Range(30, 86_400)]
    public required int TimeoutSeconds { get; init; }

    /// <summary>
    /// The image of the Job. It must contain <c>python3</c>. Default
    /// <c>docker.io/library/python:3.13.7-alpine3.22@sha256:9ba6d8cbebf0fb6546ae71f2a1c14f6ffd2fdab83af7fa5669734ef30ad48844</c>; GKE
    /// pulls such images from Google's mirror of Docker Hub if it has them.
    /// </summary>
    public required string Image { get; init; }

    /// <summary>The time within which a ready server must answer.</summary>
    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);
}
