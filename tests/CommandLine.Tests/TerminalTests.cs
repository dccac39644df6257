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

    [Fact]
    public async Task A_question_can_be_interrupted()
    {
        using var project = await SmallProject.CreateAsync();
        // Runs the program on a terminal, presses Ctrl+C at the first question, and ends with its exit code.
        const string interrupt = """
            import os, pty, sys
            child, terminal = pty.fork()
            if child == 0:
                os.execvp(sys.argv[1], sys.argv[1:])
            shown = b""
            while not shown.endswith(b": "):
                shown += os.read(terminal, 1)
            os.write(terminal, b"\x03")
            _, status = os.waitpid(child, 0)
            sys.exit(os.waitstatus_to_exitcode(status))
            """;
        var start = new ProcessStartInfo("python3", ["-c", interrupt, "dotnet", Cli.Program, "init", "new"])
        {
            WorkingDirectory = project.Folder,
        };

        var result = await ProcessResult.RunAsync(start).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(130, result.ExitCode);
        Assert.False(File.Exists(Path.Combine(project.Folder, "Pulumi.new.yaml")));
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
