using System.CommandLine;

namespace Infra.Commands;

/// <summary>The program's commands, which need neither the Pulumi CLI nor credentials nor a network.</summary>
public static class CommandLine
{
    // An argument that starts with @ is no file to take arguments from.
    private static readonly ParserConfiguration AsWritten = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the command that <paramref name="args"/> name.</summary>
    /// <param name="args">The arguments of the process.</param>
    /// <param name="terminal">Where the command writes.</param>
    /// <param name="evaluator">Makes an evaluator of the stacks in a folder, which is or lies below a project's.</param>
    /// <param name="further">Commands beside those that show what a stack would create.</param>
    /// <param name="cancellationToken">Ends the command early.</param>
    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        Terminal terminal,
        Func<string, IStackEvaluator> evaluator,
        IEnumerable<Command> further,
        CancellationToken cancellationToken = default
    )
    {
        var parsed = Root(terminal, evaluator, further).Parse(args.Count == 0 ? ["--help"] : args, AsWritten);
        if (parsed.Errors.Count > 0)
        {
            var errors = parsed
                .Errors.Select(error => error.Message.ReplaceLineEndings(" ").Replace("\t", ""))
                .Distinct();
            await terminal.Messages.WriteLineAsync(string.Join(Environment.NewLine, errors));
            await terminal.Messages.WriteLineAsync("Call it with --help to see what is accepted.");
            return ExitCode.Usage;
        }

        try
        {
            // Help and version are written by the library.
            var settings = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Data,
                Error = terminal.Messages,
            };
            var exitCode = await parsed.InvokeAsync(settings, cancellationToken);
            terminal.Data.Flush();
            return exitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            await terminal.Messages.WriteLineAsync($"error: {failure.Message}");
            return ExitCode.Failure;
        }
    }

    private static RootCommand Root(
        Terminal terminal,
        Func<string, IStackEvaluator> evaluator,
        IEnumerable<Command> further
    )
    {
        var root = new RootCommand("Shows what the Pulumi program would create, without running Pulumi.");
        Command[] commands =
        [
            new RenderCommand(terminal, evaluator),
            new PreviewCommand(terminal, evaluator),
            .. further,
        ];
        foreach (var command in commands.OrderBy(command => command.Name, StringComparer.Ordinal))
        {
            root.Add(command);
        }

        return root;
    }
}
