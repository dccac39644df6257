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
        return new string(' ', indent) + Fill(line[indent..], indent, indent + Hanging, width);
    }

    /// <summary>The words of a string in lines; longer words are kept whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="column">Where the first line starts; what precedes it is written already.</param>
    /// <param name="indent">The indentation of the following lines.</param>
    /// <param name="width">The width in UTF-16 code units.</param>
    public static string Fill(string text, int column, int indent, int width)
    {
        var filled = new StringBuilder();
        foreach (var (index, word) in text.Split(' ').Index())
        {
            if (index > 0 && column + 1 + word.Length > width)
            {
                filled.Append('\n').Append(' ', indent);
                column = indent;
            }
            else if (index > 0)
            {
                filled.Append(' ');
                column++;
            }

            filled.Append(word);
            column += word.Length;
        }

        return filled.ToString();
    }
}
