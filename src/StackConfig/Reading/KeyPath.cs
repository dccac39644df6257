using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StackConfig.Reading;

/// <summary>Formats the key path of a value: <c>servings[0].env["a b"].value</c>, on one line whatever the keys hold.</summary>
public static partial class KeyPath
{
    private const int MaxKeyLength = 60;

    /// <summary>The path of a map's entry.</summary>
    public static string Entry(string map, string key)
    {
        if (!IsPlain(key))
        {
            return $"{map}[\"{Shown(key)}\"]";
        }

        return map.Length == 0 ? key : $"{map}.{key}";
    }

    /// <summary>The path of a list's item.</summary>
    public static string Item(string list, int index) => $"{list}[{index}]";

    /// <summary>The path and those of the values that contain it, the innermost first.</summary>
    public static IEnumerable<string> WithContainers(string path)
    {
        for (var at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            yield return at;
        }
    }

    /// <summary>The path without positions in lists: <c>servings.name</c> for <c>servings[0].name</c> and <c>servings[].name</c>.</summary>
    public static string WithoutPositions(string path) => Position().Replace(path, "");

    /// <summary>Formats a string for a message: shortened, with escapes for characters that a terminal would interpret or hide.</summary>
    public static string Shown(string text, int longest = MaxKeyLength)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= longest)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(IsVisible(rune) ? rune.ToString() : $"\\u{{{rune.Value:x}}}");
        }

        return shown.ToString();
    }

    private static bool IsPlain(string key)
    {
        if (key.Length is 0 or > MaxKeyLength)
        {
            return false;
        }

        foreach (var c in key)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );

    [GeneratedRegex(@"\[[0-9]*\]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Position();
}
