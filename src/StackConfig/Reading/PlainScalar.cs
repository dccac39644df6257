using System.Text.RegularExpressions;

namespace StackConfig.Reading;

/// <summary>The meaning of a scalar without quotes.</summary>
internal enum PlainKind
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>A boolean.</summary>
    Bool,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string.</summary>
    String,

    /// <summary>Read differently by different parsers, or not kept as written: refused.</summary>
    Ambiguous,
}

/// <summary>
/// Decides what a scalar without quotes means, and refuses one that YAML 1.1 (yaml.org/type), the core schema of YAML 1.2 (section
/// 10.3.2) and the Pulumi CLI (gopkg.in/yaml.v3, resolve.go) do not all read alike.
/// </summary>
/// <remarks>A number is accepted only in the form in which the CLI passes it on, so that none is ever converted.</remarks>
internal static partial class PlainScalar
{
    /// <summary>A double keeps every number of so many digits.</summary>
    private const int MaxDigits = 15;

    private const RegexOptions Options =
        RegexOptions.CultureInvariant
        | RegexOptions.ExplicitCapture
        | RegexOptions.IgnorePatternWhitespace
        | RegexOptions.Singleline;

    /// <summary>Classifies a scalar.</summary>
    internal static PlainKind Classify(string text) =>
        text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => PlainKind.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => PlainKind.Bool,
            _ when Number().IsMatch(text) && text.Count(char.IsAsciiDigit) <= MaxDigits => PlainKind.Number,
            _ when Ambiguous().IsMatch(text) || AmbiguousNumber().IsMatch(WithoutUnderscores(text)) =>
                PlainKind.Ambiguous,
            _ => PlainKind.String,
        };

    /// <summary>No superfluous sign or zero, and not so small that JSON needs an exponent.</summary>
    [GeneratedRegex(@"\A (?!-0\z) (?!-?0\.0{6}) -?(0|[1-9][0-9]*) (\.[0-9]*[1-9])? \z", Options, 10_000)]
    private static partial Regex Number();

    /// <summary>YAML 1.1 ignores underscores between digits; the CLI removes them all before it looks for a number.</summary>
    private static string WithoutUnderscores(string text) => text.Replace("_", "", StringComparison.Ordinal);

    /// <summary>Underscores have been removed.</summary>
    [GeneratedRegex(
        @"\A [-+]? (
            0[box] [-+]? [0-9a-f]+                                  # binary, octal, hexadecimal
            | (?=\.?[0-9]) [0-9]* (\.[0-9]*)? (e[-+]?[0-9]+)?
            | [0-9]+ (:[0-9]+)+ (\.[0-9]*)?                         # base 60
        ) \z",
        Options | RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex AmbiguousNumber();

    [GeneratedRegex(
        @"\A (
            y | n | yes | no | on | off | true | false | null       # booleans of YAML 1.1, and mixed capitals
            | [-+]? 0[bx] _+                                        # zero in YAML 1.1
            | [-+]? \.(inf|nan)
            | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} ([t ].*)?             # timestamps
            | = | <<                                                # the value and merge keys of YAML 1.1
            | [@`%|>] .*                                            # characters that cannot start a scalar
            | .* : ([ ].*)?                                         # a colon that ends a key
        ) \z",
        Options | RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Ambiguous();
}
