using System.CommandLine;

namespace Infra.Commands;

/// <summary>The program's commands, which need neither the Pulumi CLI nor credentials nor a network.</summary>
public static class CommandLine
{
    // An argument that starts with @ is not a response file.
    private static readonly ParserConfiguration NoResponseFiles = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the command that <paramref name="args"/> name.</summary>
    /// <param name="args">The arguments of the process.</param>
    /// <param name="terminal">Where the command writes.</param>
    /// <param name="evaluator">Creates an evaluator of the stacks of the project that contains a folder.</param>
    /// <param name="extraCommands">Further commands.</param>
    /// <param name="cancellationToken">Ends the command early.</param>
    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        Terminal terminal,
        Func<string, IStackEvaluator> evaluator,
        IEnumerable<Command> extraCommands,
        CancellationToken cancellationToken = default
    )
    {
        var parsed = Root(terminal, evaluator, extraCommands)
            .Parse(args.Count == 0 ? ["--help"] : args, NoResponseFiles);
        if (parsed.Errors.Count > 0)
        {
            var errors = parsed
                .Errors.Select(error => error.Message.ReplaceLineEndings(" ").Replace("\t", ""))
                .Distinct();
            await terminal.Error.WriteLineAsync(string.Join(Environment.NewLine, errors));
            await terminal.Error.WriteLineAsync("Run with --help for usage.");
            return ExitCode.Usage;
        }

        try
        {
            // Help and version are written by the library.
            var settings = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Output,
                Error = terminal.Error,
            };
            var exitCode = await parsed.InvokeAsync(settings, cancellationToken);
            terminal.Output.Flush();
            return exitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            await terminal.Error.WriteLineAsync($"error: {failure.Message}");
            return ExitCode.Failure;
        }
    }

    private static RootCommand Root(
        Terminal terminal,
        Func<string, IStackEvaluator> evaluator,
        IEnumerable<Command> extraCommands
    )
    {
        var root = new RootCommand("Preview what the Pulumi program would create, without running Pulumi.");
        Command[] commands =
        [
            new RenderCommand(terminal, evaluator),
            new PreviewCommand(terminal, evaluator),
            .. extraCommands,
        ];
        foreach (var command in commands.OrderBy(command => command.Name, StringComparer.Ordinal))
        {
            root.Add(command);
        }

        return root;
    }
}
