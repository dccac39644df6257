using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Settings.Reading;

/// <summary>What the Pulumi CLI takes an unquoted scalar for.</summary>
internal enum CoreKind
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>A truth value.</summary>
    Bool,

    /// <summary>A finite number.</summary>
    Number,

    /// <summary>Infinity or not-a-number, which no JSON text can hold: the CLI fails.</summary>
    NotFinite,

    /// <summary>A point in time, which the CLI hands over as <c>2024-01-01 00:00:00 +0000 UTC</c>.</summary>
    Time,

    /// <summary>A text.</summary>
    Text,
}

/// <summary>An unquoted scalar as the Pulumi CLI understands it, with the text that it hands over for it.</summary>
/// <remarks>
/// The CLI decodes the whole stack file with gopkg.in/yaml.v3 before it looks at any value (pulumi/pulumi
/// sdk/go/common/workspace/loaders.go, <c>LoadProjectStackBytes</c>), so a scalar at the top level is resolved too:
/// <c>1e3</c> becomes 1000, <c>0775</c> 509, <c>True</c> true. The rules are those of <c>resolve</c> in its resolve.go: YAML 1.2's
/// core schema, with underscores in numbers and octals that start with a zero; <c>yes</c>, <c>no</c>, <c>on</c> and <c>off</c> are texts.
/// </remarks>
internal readonly partial record struct CoreScalar(CoreKind Kind, string Text)
{
    private const NumberStyles Float = NumberStyles.Float;

    /// <summary>Understands an unquoted scalar.</summary>
    internal static CoreScalar Resolve(string text) =>
        text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => new(CoreKind.Null, ""),
            "true" or "True" or "TRUE" => new(CoreKind.Bool, "true"),
            "false" or "False" or "FALSE" => new(CoreKind.Bool, "false"),
            _ when IsNotFinite(text) => new(CoreKind.NotFinite, text),
            _ when char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.' => Numeric(text),
            _ => new(CoreKind.Text, text),
        };

    private static CoreScalar Numeric(string text)
    {
        var plain = text[0] == '.' ? text : text.Replace("_", "", StringComparison.Ordinal);
        if (GoNumber.Integer(plain) is { } integer)
        {
            return new(CoreKind.Number, integer);
        }

        if (IsTime(text))
        {
            return new(CoreKind.Time, text);
        }

        var isFloat = FloatShape().IsMatch(plain);
        return
            isFloat
            && double.TryParse(plain, Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? new(CoreKind.Number, GoNumber.Text(value))
            : new(CoreKind.Text, text);
    }

    private static bool IsNotFinite(string text) =>
        (text[0] is '+' or '-' ? text[1..] : text) is ".inf" or ".Inf" or ".INF" || text is ".nan" or ".NaN" or ".NAN";

    private static bool IsTime(string text)
    {
        var match = TimeShape().Match(text);
        if (!match.Success)
        {
            return false;
        }

        int Part(string name) =>
            match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var isDate =
            Part("month") is >= 1 and <= 12 && Part("day") >= 1 && Part("day") <= DaysIn(Part("year"), Part("month"));
        return isDate && Part("hour") < 24 && Part("minute") < 60 && Part("second") < 60;
    }

    private static int DaysIn(int year, int month) => DateTime.DaysInMonth(year == 0 ? 4 : year, month);

    [GeneratedRegex(
        @"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FloatShape();

    [GeneratedRegex(
        @"\A(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})"
            + @"(([Tt](?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2}):(?<second>[0-9]{1,2})([.,][0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2}))"
            + @"|( (?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2}):(?<second>[0-9]{1,2})([.,][0-9]+)?))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex TimeShape();
}
