namespace Infra.Preview.Output;

/// <summary>Aligns columns of text.</summary>
internal static class TextTable
{
    /// <summary>Writes rows of equally many cells, two spaces between columns, no spaces at the end of a line.</summary>
    public static string Write(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        return string.Concat(rows.Select(row => Line(row, widths)));
    }

    private static string Line(string[] row, List<int> widths) =>
        string.Join("  ", row.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd() + "\n";
}
