using System.Globalization;
using System.Text;

namespace OfflinePreview.Output;

/// <summary>Writes texts and numbers as YAML so that every parser, of YAML 1.1 or 1.2, reads them back as they were.</summary>
/// <remarks>
/// Plain is only what is surely a text: a letter or <c>/</c>, then letters, digits and <c>_ . / -</c>, and none of the words that
/// some parser takes for a truth value, a number or nothing. All else is in double quotes with the escapes of JSON.
/// </remarks>
public static class YamlText
{
    private static readonly HashSet<string> Words = new(
        ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nil", "none", "inf", "infinity", "nan"],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly int LongestWord = "infinity".Length;

    /// <summary>The text as a scalar on one line.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : $"\"{Quotable(text)}\"";

    /// <summary>Writes the text as a scalar on one line.</summary>
    public static void Write(string text, TextWriter writer)
    {
        if (IsPlain(text))
        {
            writer.Write(text);
            return;
        }

        writer.Write('"');
        writer.Write(Quotable(text));
        writer.Write('"');
    }

    /// <summary>Whether a literal block (<c>|</c>) holds the text safely and is easier to read.</summary>
    /// <remarks>
    /// At least two lines of printable characters, at most one newline at the end, no space or tab where a parser or an editor
    /// might cut it: at the start of the first line or the end of any.
    /// </remarks>
    public static bool IsBlock(string text)
    {
        if (!text.Contains('\n'))
        {
            return false;
        }

        var lines = text.Split('\n');
        var isShort = lines.Length == 2 && lines[1].Length == 0;
        return lines.Length > 1
            && !isShort
            && lines[0].Length > 0
            && lines[0][0] != ' '
            && lines[^1].Length + lines[^2].Length > 0
            && lines.All(line => line.All(IsReadable) && !line.EndsWith(' '));
    }

    /// <summary>A number of JSON as one of YAML 1.1 and 1.2.</summary>
    /// <remarks>YAML 1.1 reads an exponent only with a point before it and a sign in it.</remarks>
    public static string Number(string json)
    {
        var exponent = json.IndexOfAny(['e', 'E']);
        if (exponent < 0)
        {
            return json;
        }

        var mantissa = json[..exponent];
        var power = json[(exponent + 1)..];
        return $"{mantissa}{(mantissa.Contains('.', StringComparison.Ordinal) ? "" : ".0")}e{(power[0] is '+' or '-' ? "" : "+")}{power}";
    }

    // Some parsers leave underscores out of what may be a number: `Infinity_` is one to them.
    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiLetter(text[0]) || text[0] == '/'))
        {
            return false;
        }

        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '.' or '/' or '-'))
            {
                return false;
            }
        }

        return !(
            (text.Length <= LongestWord || text.Contains('_'))
            && Words.Contains(text.Replace("_", "", StringComparison.Ordinal))
        );
    }

    private static string Quotable(string text) => HoldsItself(text) ? text : Escaped(text);

    // Whether nothing in a text needs an escape.
    private static bool HoldsItself(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsBetween(character, ' ', '~') || character is '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }

    private static string Escaped(string text)
    {
        var quoted = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when IsReadable(character) || char.IsSurrogate(character) => quoted.Append(character),
                _ => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
            };
        }

        return quoted.ToString();
    }

    private static bool IsReadable(char character) =>
        char.IsBetween(character, ' ', '~')
        || char.GetUnicodeCategory(character)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}
