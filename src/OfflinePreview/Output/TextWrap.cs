using System.Text;

namespace OfflinePreview.Output;

/// <summary>Wraps long lines between words, for a terminal.</summary>
public static class TextWrap
{
    private const int Hanging = 2;

    /// <summary>The text in lines of at most <paramref name="width"/> characters. Following lines are indented more; longer words are kept whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The width in UTF-16 code units; null for any.</param>
    public static string Wrap(string text, int? width) =>
        width is { } columns ? string.Join('\n', text.Split('\n').Select(line => WrapLine(line, columns))) : text;

    private static string WrapLine(string line, int width)
    {
        if (line.Length <= width)
        {
            return line;
        }

        var indent = line.Length - line.TrimStart().Length;
        var wrapped = new StringBuilder().Append(' ', indent);
        var column = indent;
        foreach (var (index, word) in line[indent..].Split(' ').Index())
        {
            if (index > 0 && column + 1 + word.Length > width)
            {
                wrapped.Append('\n').Append(' ', indent + Hanging);
                column = indent + Hanging;
            }
            else if (index > 0)
            {
                wrapped.Append(' ');
                column++;
            }

            wrapped.Append(word);
            column += word.Length;
        }

        return wrapped.ToString();
    }
}
