using System.Globalization;
using System.Text;

namespace OfflinePreview.Output;

/// <summary>Formats strings for one line of human-readable output.</summary>
public static class PrintableText
{
    /// <summary>The string with invisible characters and line breaks escaped.</summary>
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

    /// <summary>The string in double quotes, on one line.</summary>
    public static string Quote(string text) =>
        $"\"{SingleLine(text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))}\"";

    /// <summary>The string truncated to a number of UTF-16 code units, with an ellipsis if anything was cut.</summary>
    public static string Truncate(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = length - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>The string truncated to a number of UTF-16 code units, with an ellipsis for what was cut in the middle.</summary>
    public static string TruncateMiddle(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var start = text.Length - ((length - 1) / 2);
        var end = text[(start < text.Length && char.IsLowSurrogate(text[start]) ? start + 1 : start)..];
        return Truncate(text, length - end.Length) + end;
    }

    // The common case, without a look-up of Unicode categories.
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
