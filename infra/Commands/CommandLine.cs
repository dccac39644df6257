using System.CommandLine;
using System.CommandLine.Help;

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
        var verbose = new Option<bool>("--verbose")
        {
            Description = "Show durations, and the stack trace of a failure",
            Recursive = true,
        };
        var parsed = Root(terminal, evaluator, extraCommands, verbose)
            .Parse(args.Count == 0 ? ["--help"] : args, NoResponseFiles);
        terminal.IsVerbose = parsed.GetValue(verbose);
        if (parsed.Errors.Count > 0)
        {
            await terminal.WriteMessageAsync(string.Join(Environment.NewLine, UsageErrors.Format(parsed)));
            await terminal.Error.WriteLineAsync("Run with --help for usage.");
            return ExitCode.Usage;
        }

        return await InvokeAsync(parsed, terminal, cancellationToken);
    }

    private static async Task<int> InvokeAsync(
        ParseResult parsed,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        if (parsed.Action is HelpAction help)
        {
            // By default the library measures the terminal, which leaves it in application mode.
            help.MaxWidth = terminal.Width ?? int.MaxValue;
            (parsed.CommandResult.Command as InitCommand)?.CompleteHelp();
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
            var exitCode = await terminal.MeasureAsync("Total", () => parsed.InvokeAsync(settings, cancellationToken));
            terminal.Output.Flush();
            return exitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            await terminal.WriteMessageAsync($"error: {(terminal.IsVerbose ? failure : failure.Message)}");
            return ExitCode.Failure;
        }
    }

    private static RootCommand Root(
        Terminal terminal,
        Func<string, IStackEvaluator> evaluator,
        IEnumerable<Command> extraCommands,
        Option<bool> verbose
    )
    {
        var root = new RootCommand("Preview what the Pulumi program would create, without running Pulumi.") { verbose };
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
