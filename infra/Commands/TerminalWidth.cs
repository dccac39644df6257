using System.Globalization;

namespace Infra.Commands;

/// <summary>The width of the terminal.</summary>
internal static class TerminalWidth
{
    private const int Unknown = 80;
    private const string Term = "TERM";

    /// <summary>The columns: the environment variable <c>COLUMNS</c>, or else the width of the terminal, or else 80.</summary>
    public static int Get() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var columns)
        && columns > 0
            ? columns
            : Measure();

    // .NET switches a terminal to application mode when it measures it, and never back, unless it knows no escapes of the terminal.
    private static int Measure()
    {
        var terminal = Environment.GetEnvironmentVariable(Term);
        try
        {
            Environment.SetEnvironmentVariable(Term, "dumb");
            return Console.WindowWidth is > 0 and var columns ? columns : Unknown;
        }
        catch (IOException)
        {
            return Unknown;
        }
        finally
        {
            Environment.SetEnvironmentVariable(Term, terminal);
        }
    }
}
