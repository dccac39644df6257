using System.Text.RegularExpressions;

namespace OfflinePreview.Output;

/// <summary>Escapes foreign strings for Markdown: nothing in them becomes a mention, a link, a reference, HTML or layout.</summary>
public static partial class MarkdownText
{
    private const int MaxCodeLength = 300;

    /// <summary>A code span, which GitHub shows as it is.</summary>
    public static string Code(string text)
    {
        var line = PrintableText.Truncate(PrintableText.SingleLine(text), MaxCodeLength);
        var mark = new string('`', LongestRun(line) + 1);
        var padding = line.Length == 0 || line.Trim(' ', '`').Length != line.Length ? " " : "";
        return $"{mark}{padding}{line}{padding}{mark}";
    }

    /// <summary>Code inside HTML.</summary>
    public static string HtmlCode(string text)
    {
        var line = PrintableText.Truncate(PrintableText.SingleLine(text), MaxCodeLength);
        return $"<code>{line.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}</code>";
    }

    /// <summary>A fenced block; the fence is longer than any run of backticks inside.</summary>
    public static string Fence(string language, IEnumerable<string> lines)
    {
        var content = string.Join('\n', lines).TrimEnd('\n');
        var fence = new string('`', Math.Max(3, LongestRun(content) + 1));
        return $"{fence}{language}\n{content}\n{fence}\n";
    }

    /// <summary>A folded section.</summary>
    /// <param name="summary">The visible line; HTML.</param>
    /// <param name="content">The folded content; Markdown that ends with a newline.</param>
    public static string Details(string summary, string content) =>
        $"<details>\n<summary>{summary}</summary>\n\n{content}\n</details>\n";

    private static int LongestRun(string text) =>
        Backticks().Matches(text).Select(run => run.Length).DefaultIfEmpty(0).Max();

    [GeneratedRegex("`+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Backticks();
}
