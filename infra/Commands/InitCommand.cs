using System.CommandLine;
using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>Writes the file of a new stack with one serving, whose settings fit its slice. Never overwrites a file.</summary>
internal sealed class InitCommand : Command
{
    private readonly Argument<string> _stack = new("STACK") { Description = "Stack to write, to Pulumi.STACK.yaml" };
    private readonly Option<string> _directory = ProjectOptions.Directory();

    private readonly InitQuestions _questions = new();

    public InitCommand(Terminal terminal, Func<TextReader?> input)
        : base("init", "Write a stack file with settings that fit")
    {
        Add(_stack);
        foreach (var question in _questions.All)
        {
            Add(question.Option);
        }

        Add(_directory);
        SetAction((arguments, cancellationToken) => InitAsync(arguments, terminal, input(), cancellationToken));
    }

    /// <summary>Completes the help with what only it needs.</summary>
    public void CompleteHelp() => _questions.ListModels();

    private async Task<int> InitAsync(
        ParseResult arguments,
        Terminal terminal,
        TextReader? input,
        CancellationToken cancellationToken
    )
    {
        var name = arguments.GetRequiredValue(_stack);
        var directory = arguments.GetRequiredValue(_directory);
        var found = new List<Diagnostic>();
        if (StackPath.Find(directory, name, found) is not { } path)
        {
            return await FailAsync(terminal, found.Select(problem => problem.Message));
        }

        if (Path.Exists(path.File))
        {
            return await FailAsync(terminal, [$"{path.File} exists already. Choose another stack, or edit the file."]);
        }

        var answers = new InitAnswers(arguments, input, terminal.Error);
        // A console cannot be read with a token: after an interruption, the thread that waits for an answer ends with the process.
        var stack = await Task.Run(() => _questions.Ask(answers), cancellationToken).WaitAsync(cancellationToken);
        return stack is not null && !answers.Problems.Any()
            ? await NewStackFile.WriteAsync(stack, path, name, directory, terminal)
            : await FailAsync(terminal, answers.Problems);
    }

    private static async Task<int> FailAsync(Terminal terminal, IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            await terminal.Error.WriteLineAsync($"error: {problem}");
        }

        return ExitCode.Usage;
    }
}
