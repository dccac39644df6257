using System.Collections.Immutable;
using System.CommandLine;
using OfflinePreview.Graph;

namespace Infra.Commands;

/// <summary>A command about one stack.</summary>
internal abstract class StackCommand : Command
{
    private readonly Option<string> _stack = new("--stack", "-s")
    {
        Description = "Stack to evaluate, from Pulumi.NAME.yaml",
        HelpName = "NAME",
        Required = true,
    };

    private readonly Option<string> _directory = ProjectOptions.Directory();
    private readonly Option<bool> _strict = ProjectOptions.Strict();

    protected StackCommand(string name, string description, Terminal terminal, Func<string, IStackEvaluator> evaluator)
        : base(name, description)
    {
        Terminal = terminal;
        _stack.CompletionSources.Add(ProjectOptions.StackNames(_directory));
        Add(_stack);
        Add(_directory);
        Add(_strict);
        SetAction(
            async (arguments, cancellationToken) =>
            {
                var stacks = evaluator(arguments.GetRequiredValue(_directory));
                var stack = arguments.GetRequiredValue(_stack);
                var evaluation = await terminal.MeasureAsync(
                    $"Evaluating {stack}",
                    () => stacks.EvaluateAsync(stack, arguments.GetValue(_strict), cancellationToken)
                );
                foreach (var message in evaluation.Messages)
                {
                    await terminal.WriteMessageAsync(message);
                }

                return evaluation.Graph is { } graph
                    ? await ShowAsync(graph, evaluation.Messages, arguments, cancellationToken)
                    : ExitCode.Usage;
            }
        );
    }

    /// <summary>Where the command writes.</summary>
    protected Terminal Terminal { get; }

    /// <summary>Shows the graph; returns the exit code.</summary>
    /// <param name="graph">The graph of the stack.</param>
    /// <param name="messages">Warnings and notes of its settings, which have been written already.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="cancellationToken">Ends the command early.</param>
    protected abstract Task<int> ShowAsync(
        StackGraph graph,
        ImmutableArray<string> messages,
        ParseResult arguments,
        CancellationToken cancellationToken
    );

    /// <summary>The folder that was asked for.</summary>
    protected string FolderOf(ParseResult arguments) => arguments.GetRequiredValue(_directory);
}
