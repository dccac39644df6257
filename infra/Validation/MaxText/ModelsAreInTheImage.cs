using Infra.Configuration.Reading;

namespace Infra.Validation.MaxText;

/// <summary>The default image knows the model's name, or its server ends at once.</summary>
/// <remarks>
/// Source: <c>validate_model_name</c> in MaxText's <c>pyconfig.py</c> at b185423f (April 2025). That the image holds it is inferred from
/// the time of its tag.
/// </remarks>
public sealed class ModelsAreInTheImage : ServingRule
{
    private static readonly string[] Names =
    [
        "default",
        .. new[] { "7b", "13b", "70b" }.Select(size => $"llama2-{size}"),
        .. new[] { "8b", "70b" }.Select(size => $"llama3-{size}"),
        .. new[] { "8b", "70b", "405b" }.Select(size => $"llama3.1-{size}"),
        "llama3.3-70b",
        "llama4-17b-16e",
        "mistral-7b",
        "mixtral-8x7b",
        "mixtral-8x22b",
        "deepseek2-16b",
        "deepseek2-236b",
        "deepseek3-671b",
        .. new[] { "2b", "7b" }.Select(size => $"gemma-{size}"),
        .. new[] { "2b", "9b", "27b" }.Select(size => $"gemma2-{size}"),
        .. new[] { "4b", "12b", "27b" }.Select(size => $"gemma3-{size}"),
        .. new[] { "52k", "6b", "22b", "175b" }.Select(size => $"gpt3-{size}"),
    ];

    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var model = serving.MaxText.ModelName;
        if (serving.Serving.HasDefaultJetStream && !Names.Contains(model))
        {
            report
                .AtFlag(serving, "model_name")
                .Warn(
                    "",
                    $"model_name {KeyPath.Shown(model)} is not known to MaxText of the default image; accepted: {string.Join(", ", Names)}, or an image that knows it (images.jetStream)"
                );
        }
    }
}
