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
        SetAction((arguments, _) => InitAsync(arguments, terminal, input()));
    }

    private async Task<int> InitAsync(ParseResult arguments, Terminal terminal, TextReader? input)
    {
        var stack = arguments.GetRequiredValue(_stack);
        var directory = arguments.GetRequiredValue(_directory);
        var found = new List<Diagnostic>();
        if (StackPath.Find(directory, stack, found) is not { } path)
        {
            return await FailAsync(terminal, found.Select(problem => problem.Message));
        }

        if (Path.Exists(path.File))
        {
            return await FailAsync(terminal, [$"{path.File} exists already. Choose another stack, or edit the file."]);
        }

        var answers = new InitAnswers(arguments, input, terminal.Error);
        return _questions.Ask(answers) is { } created && !answers.Problems.Any()
            ? await NewStackFile.WriteAsync(created, path, stack, directory, terminal)
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
