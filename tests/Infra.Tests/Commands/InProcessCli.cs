using Infra.Commands;

namespace Infra.Tests.Commands;

/// <summary>The program's commands, run inside the process of the tests. CommandLine.Tests starts the program as users do.</summary>
internal static class InProcessCli
{
    /// <summary>Runs a command for the project in a folder.</summary>
    public static Task<ProcessResult> RunAsync(string folder, params string[] args) =>
        RunAsync([.. args, "--cwd", folder]);

    /// <summary>Runs a command that does not read a project, or names it.</summary>
    public static Task<ProcessResult> RunAsync(string[] args) => RunAsync(args, input: null);

    /// <summary>Runs a command that reads what a person types.</summary>
    public static async Task<ProcessResult> RunAsync(string[] args, TextReader? input)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var terminal = new Terminal(output, errors);
        var exitCode = await CommandLine.RunAsync(
            args,
            terminal,
            directory => new StackEvaluator(directory),
            [
                new CheckCommand(terminal),
                new ExplainCommand(terminal),
                new InitCommand(terminal, () => input),
                new SchemaCommand(terminal),
            ]
        );
        return new(exitCode, output.ToString(), errors.ToString());
    }
}
