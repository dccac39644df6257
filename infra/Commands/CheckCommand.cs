using System.CommandLine;
using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>Checks settings and shows the size of servings, without evaluating the program.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Option<string?> _stack = new("--stack", "-s")
    {
        Description = "Stack to check, from Pulumi.NAME.yaml; default: all stacks of the project",
        HelpName = "NAME",
    };

    private readonly Option<string> _output = ProjectOptions.Output(
        "Output format: text, json, github (annotations of a workflow) or sarif (SARIF 2.1.0)",
        "text",
        "json",
        "github",
        "sarif"
    );

    private readonly Option<string> _directory = ProjectOptions.Directory();
    private readonly Option<bool> _strict = ProjectOptions.Strict();

    public CheckCommand(Terminal terminal)
        : base("check", "Check the settings of stacks and show the size of their servings")
    {
        _stack.CompletionSources.Add(ProjectOptions.StackNames(_directory));
        Add(_stack);
        Add(_output);
        Add(_directory);
        Add(_strict);
        SetAction((arguments, _) => CheckAsync(arguments, terminal));
    }

    private async Task<int> CheckAsync(ParseResult arguments, Terminal terminal)
    {
        var directory = arguments.GetRequiredValue(_directory);
        var problems = new List<Diagnostic>();
        var stacks = arguments.GetValue(_stack) is { } stack ? [stack] : ProjectOptions.FindStacks(directory, problems);
        if (stacks.Count == 0)
        {
            await terminal.WriteMessageAsync(
                problems.Count > 0
                    ? DiagnosticFormatter.Format(problems)
                    : $"error: no Pulumi.yaml with stack files next to it in {directory}"
            );
            return ExitCode.Usage;
        }

        var checks = stacks.Select(name => StackCheck.Run(directory, name, arguments.GetValue(_strict))).ToList();
        await terminal.Output.WriteAsync(Write(checks, arguments, terminal));
        return checks.TrueForAll(check => check.Succeeded) ? ExitCode.Success : ExitCode.Usage;
    }

    private string Write(IReadOnlyList<StackCheck> checks, ParseResult arguments, Terminal terminal)
    {
        var paths = new RepositoryPaths(arguments.GetRequiredValue(_directory));
        return arguments.GetRequiredValue(_output) switch
        {
            "json" => CheckJson.Write(checks),
            "github" => CheckGithub.Write(checks, paths.GetPath),
            "sarif" => CheckSarif.Write(checks, paths.GetPath),
            _ when terminal.UseColor => MessageColors.Colorize(CheckText.Write(checks, terminal.Width)),
            _ => CheckText.Write(checks, terminal.Width),
        };
    }
}
