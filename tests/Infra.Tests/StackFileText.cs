namespace Infra.Tests;

/// <summary>Writes stack files.</summary>
internal static class StackFileText
{
    /// <summary>The stack file with these settings; the keys need no prefix.</summary>
    public static string FromSettings(string settings) =>
        $"config:\n{string.Join('\n', settings.Split('\n').Select(line => "  " + Prefixed(line)))}\n";

    private static string Prefixed(string line) =>
        line.Length > 0 && char.IsAsciiLetter(line[0]) ? $"jetstream-pathways:{line}" : line;
}
