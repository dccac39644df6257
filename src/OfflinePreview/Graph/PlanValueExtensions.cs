using System.Globalization;

namespace OfflinePreview.Graph;

/// <summary>Reads values of plans.</summary>
public static class PlanValueExtensions
{
    /// <summary>The value below the keys of <paramref name="path"/>; null if there is none.</summary>
    public static PlanValue? Find(this PlanValue? value, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            value = (value as PlanMap)?[key];
        }

        return value;
    }

    /// <summary>A string as people read it; null if there is none.</summary>
    public static string? AsString(this PlanValue? value) => (value as PlanString)?.Display;

    /// <summary>The known strings of a list; none where there is no list.</summary>
    public static IEnumerable<string> KnownStrings(this PlanValue? value) =>
        value is PlanList list ? list.Items.OfType<PlanString>().Select(item => item.Literal).OfType<string>() : [];

    /// <summary>Whether it is known to be true.</summary>
    public static bool IsTrue(this PlanValue? value) => value is PlanBool { Value: true };

    /// <summary>A known integer, also one written as a string; else null.</summary>
    public static long? AsInteger(this PlanValue? value)
    {
        var digits = value is PlanNumber number ? number.Text : (value as PlanString)?.Literal;
        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
            ? integer
            : null;
    }
}
