using System.Text;

namespace OfflinePreview.Output;

/// <summary>Aligns columns of text.</summary>
public static class TextTable
{
    private const int Gap = 2;
    private const int MinColumn = 8;

    /// <summary>Writes rows of equally many cells, two spaces between columns, no spaces at the end of a line.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="width">The maximum length of a line, for which cells are truncated; null for any.</param>
    public static string Write(IReadOnlyList<string[]> rows, int? width = null)
    {
        var widths = new int[rows[0].Length];
        foreach (var row in rows)
        {
            for (var column = 0; column < widths.Length; column++)
            {
                widths[column] = Math.Max(widths[column], row[column].Length);
            }
        }

        if (width is { } limit)
        {
            Shrink(widths, limit);
        }

        var table = new StringBuilder();
        foreach (var row in rows)
        {
            AppendLine(table, [.. row.Zip(widths, PrintableText.TruncateMiddle)], widths);
        }

        return table.ToString();
    }

    /// <summary>Narrows the widest column until all fit, and the last one, which is often empty, first.</summary>
    private static void Shrink(int[] widths, int limit)
    {
        var available = limit - ((widths.Length - 1) * Gap);
        widths[^1] = Math.Max(Math.Min(widths[^1], MinColumn), Math.Min(widths[^1], available - widths[..^1].Sum()));
        while (widths.Sum() > available && widths.Max() > MinColumn)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }
    }

    private static void AppendLine(StringBuilder table, string[] row, int[] widths)
    {
        var last = row.Length - 1;
        while (last > 0 && string.IsNullOrWhiteSpace(row[last]))
        {
            last--;
        }

        for (var column = 0; column < last; column++)
        {
            table.Append(row[column]).Append(' ', widths[column] - row[column].Length + Gap);
        }

        table.Append(row[last].AsSpan().TrimEnd()).Append('\n');
    }
}
