namespace Infra.Model.Servings;

/// <summary>The prompt that a deployment ends with.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="MaxTokens">Tokens that the answer may have.</param>
/// <param name="Timeout">In which time a server that counts as ready has to answer.</param>
/// <param name="Image">The image of the Job.</param>
public sealed record SmokeTest(string Prompt, int MaxTokens, TimeSpan Timeout, string Image)
{
    /// <summary>The smoke test of settings over which the defaults were laid; null where it is switched off.</summary>
    public static SmokeTest? From(SmokeTestSettings settings) =>
        settings.Enabled!.Value
            ? new(
                settings.Prompt!,
                settings.MaxTokens!.Value,
                TimeSpan.FromSeconds(settings.TimeoutSeconds!.Value),
                settings.Image!
            )
            : null;
}
