using System.Text;

namespace Infra.Preview.Output;

/// <summary>Aligns columns of text.</summary>
internal static class TextTable
{
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
            table.Append(Line(row, widths)).Append('\n');
        }

        return table.ToString();
    }

    private static string Line(string[] row, int[] widths)
    {
        var line = new StringBuilder();
        for (var column = 0; column < row.Length; column++)
        {
            line.Append(column == 0 ? "" : "  ").Append(row[column].PadRight(widths[column]));
        }

        return line.ToString().TrimEnd();
    }
}
