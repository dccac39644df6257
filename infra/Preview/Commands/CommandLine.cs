using System.CommandLine;

namespace Infra.Preview.Commands;

/// <summary>The program's commands, which need neither the Pulumi CLI nor credentials nor a network.</summary>
public static class CommandLine
{
    // An argument that starts with @ is no file to take arguments from.
    private static readonly ParserConfiguration AsWritten = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the command that <paramref name="args"/> name.</summary>
    /// <param name="args">The arguments of the process.</param>
    /// <param name="terminal">Where the command writes.</param>
    /// <param name="evaluator">Makes an evaluator of the stacks in a folder, which is or lies below a project's.</param>
    /// <param name="further">Commands beside those that show what a stack would create; made when they are looked at.</param>
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
        var commands = Commands(terminal, evaluator, further);
        var settings = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        if (ParseAlone(commands, args) is not { } parsed)
        {
            // Its help and version are written by the library.
            (settings.Output, settings.Error) = (terminal.Data, terminal.Messages);
            parsed = Root(commands).Parse(args.Count == 0 ? ["--help"] : args, AsWritten);
        }

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

    // Made one by one: those after the command that is called are not needed.
    private static IEnumerable<Command> Commands(
        Terminal terminal,
        Func<string, IStackEvaluator> evaluator,
        IEnumerable<Command> further
    )
    {
        yield return new RenderCommand(terminal, evaluator);
        yield return new PreviewCommand(terminal, evaluator);
        foreach (var command in further)
        {
            yield return command;
        }
    }

    // Most calls name a command and are right. They need no root, whose own options (--help, --version) take long to load.
    private static ParseResult? ParseAlone(IEnumerable<Command> commands, IReadOnlyList<string> args) =>
        args.Count > 0
        && commands.FirstOrDefault(command => command.Name == args[0]) is { } named
        && new Command("program") { named }.Parse(args, AsWritten) is { Errors.Count: 0 } parsed
            ? parsed
            : null;

    private static RootCommand Root(IEnumerable<Command> commands)
    {
        var root = new RootCommand("Shows what the Pulumi program would create, without running Pulumi.");
        foreach (var command in commands.OrderBy(command => command.Name, StringComparer.Ordinal))
        {
            root.Add(command);
        }

        return root;
    }
}
