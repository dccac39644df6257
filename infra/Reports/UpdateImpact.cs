using System.Collections.Immutable;
using System.Globalization;
using OfflinePreview.Diff;

namespace Infra.Reports;

/// <summary>The impact of an update on the users of the stack: outages, chips, lost data and access.</summary>
/// <param name="Sentences">
/// What users notice, the worst first, without full stops. Their string arguments come from the plan: show them quoted or as code.
/// </param>
/// <param name="Groups">The steps that disturb something, the worst first; those that only follow from another are counted with it.</param>
internal sealed record UpdateImpact(ImmutableArray<FormattableString> Sentences, ImmutableArray<ImpactGroup> Groups)
{
    /// <summary>Computes the impact of an update.</summary>
    public static UpdateImpact Compute(GraphDiff diff)
    {
        var cascades = CascadedSteps.Find(diff);
        return new(Describe(diff, cascades), ImpactGroup.Collect(diff, cascades));
    }

    /// <summary>What users notice, the worst first, without full stops.</summary>
    public static ImmutableArray<FormattableString> Describe(GraphDiff diff) =>
        Describe(diff, CascadedSteps.Find(diff));

    /// <summary>Writes a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="quote">Formats a string of the plan.</param>
    public static string Write(FormattableString sentence, Func<string, string> quote) =>
        string.Format(
            CultureInfo.InvariantCulture,
            sentence.Format,
            [
                .. sentence
                    .GetArguments()
                    .Select(argument =>
                        argument switch
                        {
                            FormattableString part => Write(part, quote),
                            string text => quote(text),
                            _ => argument,
                        }
                    ),
            ]
        );

    private static ImmutableArray<FormattableString> Describe(GraphDiff diff, CascadedSteps cascades) =>
        diff.HasChanges
            ?
            [
                .. ControllerRelease.Describe(diff, cascades),
                .. ServingOutage.Describe(diff, cascades),
                .. NewServings.Describe(diff),
                .. ChipPeak.Describe(diff),
            ]
            : [];
}
