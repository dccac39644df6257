namespace Infra.Preview.Commands;

/// <summary>Colours of a preview, as the Pulumi CLI has them.</summary>
internal static class Colours
{
    private const string Create = "\e[32m";
    private const string Reset = "\e[0m";

    /// <summary>Paints the mark of every resource, and of every count of them, that is created.</summary>
    public static string Paint(string text) => string.Join('\n', text.Split('\n').Select(PaintLine));

    private static string PaintLine(string line)
    {
        var mark = line.Length - line.TrimStart().Length;
        return mark < line.Length && line[mark] == '+' ? $"{line[..mark]}{Create}+{Reset}{line[(mark + 1)..]}" : line;
    }
}
