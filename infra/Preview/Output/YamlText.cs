using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Infra.Preview.Output;

/// <summary>Writes texts and numbers as YAML so that every parser, of YAML 1.1 or 1.2, reads them back as they were.</summary>
/// <remarks>
/// Plain is only what is surely a text: a letter or <c>/</c>, then letters, digits and <c>_ . / -</c>, and none of the words that
/// some parser takes for a truth value, a number or nothing. All else is in double quotes with the escapes of JSON.
/// </remarks>
public static class YamlText
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nil", "none", "inf", "infinity", "nan"]
    );

    /// <summary>The text as a scalar on one line.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : Quote(text);

    /// <summary>Whether a literal block (<c>|</c>) holds the text safely and is easier to read.</summary>
    /// <remarks>
    /// At least two lines of printable characters, at most one newline at the end, no space or tab where a parser or an editor
    /// might cut it: at the start of the first line or the end of any.
    /// </remarks>
    public static bool IsBlock(string text)
    {
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
    private static bool IsPlain(string text) =>
        text.Length > 0
        && (char.IsAsciiLetter(text[0]) || text[0] == '/')
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '/' or '-')
        && !Words.Contains(text.Replace("_", ""));

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(
                character switch
                {
                    '"' => "\\\"",
                    '\\' => @"\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ => IsReadable(character) || char.IsSurrogate(character)
                        ? character.ToString()
                        : $"\\u{(int)character:X4}",
                }
            );
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsReadable(char character) =>
        character == ' '
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
