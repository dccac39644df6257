using System.Diagnostics;

namespace CommandLine.Tests;

/// <summary>The program on a terminal, which python3 provides, of an unknown width.</summary>
public sealed class TerminalTests
{
    [Theory]
    [InlineData("xterm-256color", "", "preview", "--stack", "dev")]
    [InlineData("xterm-256color", "", "check")]
    [InlineData("xterm-256color", "", "preview", "--help")]
    public async Task Only_color_escapes_are_written_and_they_are_reset(
        string term,
        string noColor,
        params string[] args
    )
    {
        var output = await RunAsync(term, noColor, args);

        var plain = output.Replace("\e[0m", "", StringComparison.Ordinal);
        foreach (var color in (string[])["\e[31m", "\e[32m", "\e[33m", "\e[35m", "\e[36m"])
        {
            plain = plain.Replace(color, "", StringComparison.Ordinal);
        }

        Assert.DoesNotContain('\e', plain);
        Assert.True(
            output.LastIndexOf("\e[0m", StringComparison.Ordinal)
                >= output.LastIndexOf("\e[3", StringComparison.Ordinal)
        );
        Assert.All(plain.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));
    }

    [Theory]
    [InlineData("dumb", "", "preview", "--stack", "dev")]
    [InlineData("xterm-256color", "1", "preview", "--stack", "dev")]
    [InlineData("xterm-256color", "1", "check", "--stack", "staging")]
    public async Task A_terminal_without_colors_receives_no_escape(string term, string noColor, params string[] args) =>
        Assert.DoesNotContain('\e', await RunAsync(term, noColor, args));

    [Fact]
    public async Task Errors_are_red()
    {
        var output = await RunAsync("xterm-256color", "", "preview", "--stack", "staging");

        Assert.Contains("The settings have \e[31m1 error\e[0m:", output, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(string term, string noColor, params string[] args)
    {
        const string spawn = "import pty, sys; pty.spawn(sys.argv[1:])";
        var start = new ProcessStartInfo("python3", ["-c", spawn, "dotnet", Cli.Program, .. args])
        {
            WorkingDirectory = Cli.Project,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["TERM"] = term;
        start.Environment["NO_COLOR"] = noColor;
        start.Environment.Remove("COLUMNS");
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
