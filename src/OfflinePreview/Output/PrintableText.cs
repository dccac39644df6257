using System.Globalization;
using System.Text;

namespace OfflinePreview.Output;

/// <summary>Makes texts fit for one line that a person reads.</summary>
public static class PrintableText
{
    /// <summary>The text with what would break the line, or is not seen, written as an escape.</summary>
    public static string SingleLine(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(IsSeen(rune) ? rune.ToString() : Escape(rune));
        }

        return line.ToString();
    }

    /// <summary>The text in double quotes, on one line.</summary>
    public static string Quote(string text) =>
        $"\"{SingleLine(text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))}\"";

    /// <summary>The text cut to a number of UTF-16 units, an ellipsis at its end where something was cut.</summary>
    public static string Truncate(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = length - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    // Most texts are, and need no look at what Unicode says of their characters.
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static string Escape(Rune rune) =>
        rune.Value switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
        };

    private static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned
            );
}
