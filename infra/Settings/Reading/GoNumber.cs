using System.Globalization;

namespace Infra.Settings.Reading;

/// <summary>Numbers as the Pulumi CLI, a Go program, writes them into the values that it hands over.</summary>
/// <remarks>Go: <c>strconv.ParseInt(text, 0, 64)</c>, and <c>floatEncoder</c> of <c>encoding/json</c>.</remarks>
internal static class GoNumber
{
    private const double SmallestPlain = 1e-6;
    private const double SmallestScientific = 1e21;

    /// <summary>A whole number of 64 bits, with a sign, <c>0x</c>, <c>0o</c>, <c>0b</c> or an octal's leading zero, in base 10; null when it is none.</summary>
    internal static string? Integer(string text)
    {
        var signed = text.Length > 0 && text[0] is '+' or '-';
        var digits = signed ? text[1..] : text;
        if (Magnitude(digits) is not { } magnitude)
        {
            return null;
        }

        var isNegative = text[0] == '-' && magnitude > 0;
        var largest =
            isNegative ? 1UL << 63
            : signed ? long.MaxValue
            : ulong.MaxValue;
        return magnitude <= largest ? $"{(isNegative ? "-" : "")}{magnitude}" : null;
    }

    /// <summary>A finite number in the shortest form that reads back as the same.</summary>
    internal static string Text(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        var size = Math.Abs(value);
        var (digits, scale) = Decimal(size);
        var text = size is < SmallestPlain or >= SmallestScientific ? Scientific(digits, scale) : Plain(digits, scale);
        return value < 0 ? "-" + text : text;
    }

    /// <summary>A number of a JSON text, written as the CLI would have written it.</summary>
    internal static string FromJson(string number)
    {
        if (number.All(c => char.IsAsciiDigit(c) || c == '-') && Integer(number) is { } integer)
        {
            return integer;
        }

        var value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? Text(value) : number;
    }

    private static ulong? Magnitude(string digits)
    {
        var prefixed = digits.Length > 2 && digits[0] == '0';
        (uint radix, var rest) = (prefixed ? digits[1] : ' ') switch
        {
            'x' or 'X' => (16U, digits[2..]),
            'o' or 'O' => (8U, digits[2..]),
            'b' or 'B' => (2U, digits[2..]),
            _ => digits.StartsWith('0') ? (8U, digits) : (10U, digits),
        };
        if (rest.Length == 0)
        {
            return null;
        }

        var value = 0UL;
        foreach (var letter in rest)
        {
            var digit = char.IsAsciiHexDigit(letter) ? (uint)Digit(letter) : uint.MaxValue;
            if (digit >= radix || value > (ulong.MaxValue - digit) / radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return value;
    }

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : char.ToLowerInvariant(c) - 'a' + 10;

    /// <summary>The digits of a number that is 0.digits × 10^scale.</summary>
    private static (string Digits, int Scale) Decimal(double size)
    {
        var text = size.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var exponent = text.Length > 1 ? int.Parse(text[1], CultureInfo.InvariantCulture) : 0;
        var whole = text[0].Split('.')[0];
        var digits = text[0].Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        return (significant.TrimEnd('0'), whole.Length + exponent - (digits.Length - significant.Length));
    }

    private static string Scientific(string digits, int scale)
    {
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        return $"{digits[0]}{fraction}e{(scale > 0 ? "+" : "-")}{Math.Abs(scale - 1)}";
    }

    private static string Plain(string digits, int scale) =>
        scale <= 0 ? "0." + new string('0', -scale) + digits
        : scale >= digits.Length ? digits + new string('0', scale - digits.Length)
        : $"{digits[..scale]}.{digits[scale..]}";
}
