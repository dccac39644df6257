using System.Text;

namespace OfflinePreview.Output;

/// <summary>Aligns columns of text.</summary>
public static class TextTable
{
    private const int Gap = 2;

    /// <summary>Writes rows of equally many cells, two spaces between columns, no spaces at the end of a line.</summary>
    public static string Write(IReadOnlyList<string[]> rows)
    {
        var widths = new int[rows[0].Length];
        foreach (var row in rows)
        {
            for (var column = 0; column < widths.Length; column++)
            {
                widths[column] = Math.Max(widths[column], row[column].Length);
            }
        }

        var table = new StringBuilder();
        foreach (var row in rows)
        {
            AppendLine(table, row, widths);
        }

        return table.ToString();
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
