using Infra.Commands;
using Infra.Tests.Stacks;

namespace Infra.Tests.Commands;

/// <summary>Output on terminals of different widths.</summary>
public sealed class TerminalWidthTests
{
    [Theory]
    [InlineData(60, "preview", "dev")]
    [InlineData(80, "preview", "dev")]
    [InlineData(155, "preview", "dev")]
    [InlineData(60, "check", "prod")]
    [InlineData(80, "check", "prod")]
    [InlineData(155, "check", "prod")]
    public async Task No_line_is_wider_than_the_terminal(int width, string command, string stack)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var terminal = new Terminal(output, errors) { Width = width };

        await CommandLine.RunAsync(
            [command, "--stack", stack, "--cwd", ExampleProject.Folder],
            terminal,
            directory => new StackEvaluator(directory),
            [new CheckCommand(terminal)]
        );

        Assert.All(output.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, width));
        Golden.Matches(output.ToString(), $"Commands/Golden/{command}.{stack}.{width}.txt");
    }
}
