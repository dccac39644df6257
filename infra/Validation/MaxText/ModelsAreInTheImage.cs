using Infra.Configuration.Reading;
using Infra.Model.Memory;

namespace Infra.Validation.MaxText;

/// <summary>The default image knows the model's name, or its server ends at once.</summary>
public sealed class ModelsAreInTheImage : ServingRule
{
    /// <inheritdoc />
    protected override void Check(CheckedServing serving, Report report)
    {
        var model = serving.MaxText.ModelName;
        if (serving.Serving.HasDefaultJetStream && !KnownModels.InDefaultImage.Contains(model))
        {
            report
                .AtFlag(serving, "model_name")
                .Warn(
                    "",
                    $"model_name {KeyPath.Shown(model)} is not known to MaxText of the default image; accepted: {string.Join(", ", KnownModels.InDefaultImage)}, or an image that knows it (images.jetStream)"
                );
        }
    }
}
