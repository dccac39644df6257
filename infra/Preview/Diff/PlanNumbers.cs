using System.Globalization;
using Infra.Preview.Graph;

namespace Infra.Preview.Diff;

/// <summary>Reads numbers of a plan.</summary>
internal static class PlanNumbers
{
    /// <summary>A known whole number, written as a number or as a text; else null.</summary>
    public static int? Of(PlanValue? value) =>
        value switch
        {
            PlanNumber number => Read(number.Text),
            PlanText { Parts: [TextPart.Literal literal] } => Read(literal.Text),
            _ => null,
        };

    private static int? Read(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
