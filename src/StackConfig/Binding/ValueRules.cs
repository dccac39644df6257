using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace StackConfig.Binding;

/// <summary>The rules that the attributes of a property state.</summary>
/// <param name="Range">The range of a number.</param>
/// <param name="MinLength">The minimum length of a list or a string.</param>
/// <param name="MaxLength">The maximum length of a list or a string.</param>
/// <param name="Pattern">The pattern of a whole string.</param>
/// <param name="Words">What is accepted, in words.</param>
internal sealed record ValueRules(RangeAttribute? Range, int? MinLength, int? MaxLength, string? Pattern, string? Words)
{
    /// <summary>No rules.</summary>
    internal static readonly ValueRules None = new(null, null, null, null, null);

    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(10);

    private Regex? Matcher =>
        Pattern is null
            ? null
            : field ??= new Regex($@"\A(?:{Pattern})\z", RegexOptions.CultureInvariant, MatchTimeout);

    /// <summary>The rules that hold for the items of a list and the values of a map: all but its own length.</summary>
    internal ValueRules ItemRules => this with { MinLength = null, MaxLength = null };

    /// <summary>Reads the attributes of a property.</summary>
    internal static ValueRules FromProperty(PropertyInfo property)
    {
        var rules = None;
        foreach (var attribute in property.GetCustomAttributes(inherit: false))
        {
            rules = attribute switch
            {
                RangeAttribute range => rules with { Range = range },
                LengthAttribute length => rules with
                {
                    MinLength = rules.MinLength ?? length.MinimumLength,
                    MaxLength = rules.MaxLength ?? length.MaximumLength,
                },
                MinLengthAttribute min => rules with { MinLength = min.Length },
                MaxLengthAttribute max => rules with { MaxLength = max.Length },
                RegularExpressionAttribute pattern => rules with { Pattern = pattern.Pattern },
                ExpectedAttribute accepted => rules with { Words = accepted.Words },
                _ => rules,
            };
        }

        return rules;
    }

    /// <summary>Whether a number is in the range.</summary>
    internal bool AllowsNumber(object number)
    {
        if (Range is null)
        {
            return true;
        }

        var value = Number(number);
        return value >= Number(Range.Minimum) && value <= Number(Range.Maximum);
    }

    /// <summary>Whether a string has an allowed length and matches the pattern.</summary>
    internal bool AllowsText(string text) => AllowsLength(text.Length) && (Matcher is null || Matcher.IsMatch(text));

    /// <summary>Whether a list or text may be this long.</summary>
    internal bool AllowsLength(int length) => length >= (MinLength ?? 0) && length <= (MaxLength ?? int.MaxValue);

    /// <summary>The range in words, such as <c> from 1 to 64</c>; empty without one.</summary>
    internal string RangeWords()
    {
        if (Range is null)
        {
            return "";
        }

        return Number(Range.Maximum) >= int.MaxValue
            ? $" of at least {Range.Minimum}"
            : $" from {Range.Minimum} to {Range.Maximum}";
    }

    /// <summary>The allowed length in words, such as <c> of 1 to 63 characters</c>; empty without a rule.</summary>
    internal string LengthWords(string unit) =>
        (MinLength, MaxLength) switch
        {
            (null, null) => "",
            ({ } min, null) => $" of at least {min} {unit}",
            (null, { } max) => $" of at most {max} {unit}",
            var (min, max) => $" of {min} to {max} {unit}",
        };

    private static double Number(object number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);
}
