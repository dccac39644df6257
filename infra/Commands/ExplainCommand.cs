using System.CommandLine;
using Infra.Configuration;
using StackConfig.Reading;
using StackConfig.Schema;

namespace Infra.Commands;

/// <summary>Explains a setting: what it is, its default, what it allows, and where the stack files set it.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Argument<string> _key = new("KEY")
    {
        Description = "Setting to explain, such as servings.capacity.kind; default: list the top-level settings",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => "",
    };

    private readonly Option<string?> _stack = new("--stack", "-s")
    {
        Description = "Stack whose value to show, from Pulumi.NAME.yaml; default: all stacks of the project",
        HelpName = "NAME",
    };

    private readonly Option<string> _directory = ProjectOptions.Directory();

    public ExplainCommand(Terminal terminal)
        : base("explain", "Explain a setting, and show where the stacks set it")
    {
        _stack.CompletionSources.Add(ProjectOptions.StackNames(_directory));
        Add(_key);
        Add(_stack);
        Add(_directory);
        SetAction((arguments, _) => ExplainAsync(arguments, terminal));
    }

    private async Task<int> ExplainAsync(ParseResult arguments, Terminal terminal)
    {
        try
        {
            var setting = StackSettingsSchema.Create().Explain(arguments.GetRequiredValue(_key));
            var problems = new List<Diagnostic>();
            await terminal.Output.WriteAsync(ExplanationText.Write(setting, FindValues(setting, arguments, problems)));
            await terminal.Error.WriteAsync(DiagnosticFormatter.Format([.. problems.Distinct()]));
            return problems.Exists(problem => problem.Severity == Severity.Error) ? ExitCode.Usage : ExitCode.Success;
        }
        catch (FormatException unknown)
        {
            await terminal.Error.WriteLineAsync($"error: {unknown.Message}");
            return ExitCode.Usage;
        }
    }

    private IEnumerable<SettingNode> FindValues(
        SettingExplanation setting,
        ParseResult arguments,
        List<Diagnostic> problems
    )
    {
        var directory = arguments.GetRequiredValue(_directory);
        var stacks = arguments.GetValue(_stack) is { } stack ? [stack] : ProjectOptions.FindStacks(directory, problems);
        return stacks
            .Select(name => StackFileReader.Read(directory, name, problems))
            .OfType<SettingsDocument>()
            .SelectMany(document => new SourceMap(document).FindAll(setting.Key));
    }
}
