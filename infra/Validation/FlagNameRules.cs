using System.Collections.Immutable;
using Infra.Model.MaxText;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Validation;

/// <summary>The names of MaxText's flags: those of base.yml that the model's own file does not set.</summary>
/// <remarks>
/// Sources: <c>_update_from_env_and_command_line</c> and <c>validate_no_keys_overwritten_twice</c> in MaxText's <c>pyconfig.py</c>;
/// <c>flags.yaml</c> and <c>image-files.yaml</c>. What another image than the default contains is not known.
/// </remarks>
internal static class FlagNameRules
{
    /// <summary>The rules.</summary>
    internal static ImmutableArray<Rule> All { get; } =
    [Rule.ForFlags("UnknownFlag", NameViolation), Rule.ForFlags("FlagSetByModel", ModelViolation)];

    private static (Severity Severity, string Message)? NameViolation(ServingContext one, FlagSetting flag)
    {
        var configuration = ImageFiles.FindConfiguration(one.MaxText.Config);
        if (MaxTextFlag.Find(flag.Name) is not null || configuration?.Adds.Contains(flag.Name) is true)
        {
            return null;
        }

        var isCertain =
            one.Serving.HasDefaultJetStream && configuration is not null && !MaxTextFlag.Later.Contains(flag.Name);
        var similar = DidYouMean.Sentence(flag.Name, MaxTextFlag.All.Select(known => known.Name));
        return isCertain
            ? (
                Severity.Error,
                $"unknown flag; MaxText exits if it is set.{similar} Allowed: the keys of MaxText/configs/base.yml in the default image"
            )
            : (
                Severity.Warning,
                $"may be unknown to the MaxText in this image, which then exits.{similar} Allowed: the keys of base.yml in the image"
            );
    }

    private static (Severity Severity, string Message)? ModelViolation(ServingContext one, FlagSetting flag)
    {
        var model = one.MaxText.ModelName;
        return !one.Serving.HasDefaultJetStream ? null
            : ImageFiles.SetsFlag(model, flag.Name)
                ? (
                    Severity.Error,
                    $"{flag.Name} is set by MaxText's model file for {model}, and MaxText exits if a flag sets it too. Remove it"
                )
            : ImageFiles.FindModel(model)?.MaySet.Contains(flag.Name) is true
                ? (
                    Severity.Warning,
                    $"{flag.Name} may also be set by MaxText's model file for {model}, in which case MaxText exits. Remove it"
                )
            : null;
    }
}
