using System.Globalization;
using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>Reads numbers of a plan.</summary>
public static class PlanNumbers
{
    /// <summary>A known whole number, written as a number or as a text; else null.</summary>
    public static long? Of(PlanValue? value) =>
        value switch
        {
            PlanNumber number => Read(number.Text),
            PlanText { Parts: [TextPart.Literal literal] } => Read(literal.Text),
            _ => null,
        };

    private static long? Read(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
