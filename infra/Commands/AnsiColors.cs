namespace Infra.Commands;

/// <summary>The ANSI colors of a preview, as in the Pulumi CLI.</summary>
internal static class AnsiColors
{
    private const string Green = "\e[32m";
    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";
    private const string Magenta = "\e[35m";
    private const string Cyan = "\e[36m";
    private const string Reset = "\e[0m";

    // The longer marks first.
    private static readonly (string Mark, string Color)[] Marks =
    [
        ("++", Green),
        ("--", Red),
        ("+-", Magenta),
        ("+", Green),
        ("-", Red),
        ("~", Yellow),
    ];

    /// <summary>Colors the symbol at the start of every line, after spaces.</summary>
    public static string Colorize(string text) => string.Join('\n', text.Split('\n').Select(ColorizeSymbol));

    /// <summary>Colors the lines of a unified diff.</summary>
    public static string ColorizeDiff(string text) => string.Join('\n', text.Split('\n').Select(ColorizeLine));

    private static string ColorizeSymbol(string line)
    {
        var start = line.Length - line.TrimStart().Length;
        var (mark, color) = Marks.FirstOrDefault(mark =>
            line.AsSpan(start).StartsWith(mark.Mark, StringComparison.Ordinal)
        );
        return mark is null ? line : $"{line[..start]}{color}{mark}{Reset}{line[(start + mark.Length)..]}";
    }

    private static string ColorizeLine(string line) =>
        line switch
        {
            ['+', ..] => $"{Green}{line}{Reset}",
            ['-', ..] => $"{Red}{line}{Reset}",
            ['@', ..] => $"{Cyan}{line}{Reset}",
            _ => line,
        };
}
