using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StackConfig.Tests.Reading;

/// <summary>What three specifications make of a scalar without quotes, written from them and not from the program.</summary>
/// <remarks>A value that JSON does not have (a time, infinity, a merge) is an object with its name.</remarks>
internal static partial class ScalarSpecification
{
    private static readonly HashSet<string> Nulls = ["", "~", "null", "Null", "NULL"];
    private static readonly HashSet<string> TrueValues = ["true", "True", "TRUE"];
    private static readonly HashSet<string> FalseValues = ["false", "False", "FALSE"];

    /// <summary>All three.</summary>
    public static IReadOnlyDictionary<string, Func<string, JsonNode?>> All { get; } =
        new Dictionary<string, Func<string, JsonNode?>>(StringComparer.Ordinal)
        {
            ["YAML 1.1"] = Yaml11,
            ["YAML 1.2 core"] = Yaml12,
            ["yaml.v3"] = YamlV3,
        };

    /// <summary>https://yaml.org/type: null, bool, int, float, timestamp, merge and value.</summary>
    private static JsonNode? Yaml11(string text) =>
        Nulls.Contains(text) ? null
        : TrueValues.Contains(text) || IsWord(text, "y", "yes", "on") ? true
        : FalseValues.Contains(text) || IsWord(text, "n", "no", "off") ? false
        : text is "<<" or "=" ? Special("key", text)
        : Base60().IsMatch(text) ? Special("base 60", text)
        : Time11().IsMatch(text) ? Special("time", text)
        : NotFinite().IsMatch(text) ? Special("not finite", text)
        : Integer11().IsMatch(text) ? Integer(text, octalPrefix: "0")
        : Float11().IsMatch(text) ? Number(text.Replace("_", "", StringComparison.Ordinal))
        : text;

    /// <summary>https://yaml.org/spec/1.2.2, section 10.3.2.</summary>
    private static JsonNode? Yaml12(string text) =>
        Nulls.Contains(text) ? null
        : TrueValues.Contains(text) ? true
        : FalseValues.Contains(text) ? false
        : NotFinite().IsMatch(text) ? Special("not finite", text)
        : Integer12().IsMatch(text) ? Integer(text, octalPrefix: "0o")
        : Float12().IsMatch(text) ? Number(text)
        : text;

    /// <summary>gopkg.in/yaml.v3 v3.0.1, resolve.go, which the Pulumi CLI reads stack files with.</summary>
    private static JsonNode? YamlV3(string text)
    {
        var plain = text.Replace("_", "", StringComparison.Ordinal);
        return Nulls.Contains(text) ? null
            : TrueValues.Contains(text) ? true
            : FalseValues.Contains(text) ? false
            : text == "<<" ? Special("key", text)
            : NotFinite().IsMatch(text) ? Special("not finite", text)
            : text[0] == '.'
                ? Float12().IsMatch(text) ? Number(text)
                    : text
            : !char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '-') ? text
            : TimeV3().IsMatch(text) ? Special("time", text)
            : IntegerV3().IsMatch(plain) ? Integer(plain, octalPrefix: "0")
            : Float12().IsMatch(plain) ? Number(plain)
            : text;
    }

    /// <summary>A word as it stands in the specification: all small, all capitals, or with one in front.</summary>
    private static bool IsWord(string text, params string[] words) =>
        words
            .SelectMany(word => new[] { word, word.ToUpperInvariant(), char.ToUpperInvariant(word[0]) + word[1..] })
            .Contains(text, StringComparer.Ordinal);

    private static JsonObject Special(string kind, string text) => new() { [kind] = text };

    private static JsonNode Integer(string text, string octalPrefix)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal).TrimStart('+', '-').ToLowerInvariant();
        var (radix, start) =
            digits.StartsWith("0x", StringComparison.Ordinal) ? (16, 2)
            : digits.StartsWith("0b", StringComparison.Ordinal) ? (2, 2)
            : digits.StartsWith("0o", StringComparison.Ordinal) ? (8, 2)
            : octalPrefix == "0" && digits.Length > 1 && digits[0] == '0' && !digits.ContainsAny8Or9() ? (8, 1)
            : (10, 0);
        var value = digits[start..]
            .Aggregate(BigInteger.Zero, (sum, digit) => (sum * radix) + Convert.ToInt32($"{digit}", 16));
        var signed = text[0] == '-' ? -value : value;
        return BigInteger.Abs(signed) <= long.MaxValue ? (long)signed : Number($"{signed}");
    }

    private static bool ContainsAny8Or9(this string digits) => digits.AsSpan().ContainsAny('8', '9');

    /// <summary>A double, written as JSON of Go does between 1e-6 and 1e21.</summary>
    private static JsonNode Number(string text)
    {
        var value = double.Parse(text, CultureInfo.InvariantCulture);
        var isPlain = value == 0 || Math.Abs(value) is >= 1e-6 and < 1e21;
        return isPlain
            ? JsonNode.Parse(
                ((decimal)value).ToString("0.#############################", CultureInfo.InvariantCulture)
            )!
            : Special("number", text);
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\A[-+]?(0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+)\z", Options, 10_000)]
    private static partial Regex Integer11();

    /// <summary>The specification's <c>[0-9.]*</c> is known to mean <c>[0-9_]*</c>.</summary>
    [GeneratedRegex(@"\A[-+]?([0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)([eE][-+][0-9]+)?\z", Options, 10_000)]
    private static partial Regex Float11();

    [GeneratedRegex(@"\A[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?\z", Options, 10_000)]
    private static partial Regex Base60();

    [GeneratedRegex(
        @"\A([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?)\z",
        Options,
        10_000
    )]
    private static partial Regex Time11();

    [GeneratedRegex(
        @"\A[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}([.,][0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})?)?\z",
        Options,
        10_000
    )]
    private static partial Regex TimeV3();

    [GeneratedRegex(@"\A([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z", Options, 10_000)]
    private static partial Regex NotFinite();

    [GeneratedRegex(@"\A([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\z", Options, 10_000)]
    private static partial Regex Integer12();

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", Options, 10_000)]
    private static partial Regex Float12();

    [GeneratedRegex(@"\A[-+]?(0|[1-9][0-9]*|0[0-7]+|0[oO][0-7]+|0[bB][01]+|0[xX][0-9a-fA-F]+)\z", Options, 10_000)]
    private static partial Regex IntegerV3();
}
