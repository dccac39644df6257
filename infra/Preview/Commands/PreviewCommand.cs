using System.CommandLine;
using Infra.Preview.Graph;
using Infra.Preview.Output;

namespace Infra.Preview.Commands;

/// <summary>Shows the resources of a stack as <c>pulumi preview</c> does, or all of them as a JSON plan.</summary>
internal sealed class PreviewCommand : StackCommand
{
    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The form of the preview: a tree for people, or the whole plan as JSON",
        DefaultValueFactory = _ => "text",
    };

    public PreviewCommand(Terminal terminal, Func<string, IStackEvaluator> evaluator)
        : base("preview", "Show what a stack would create", terminal, evaluator)
    {
        _output.AcceptOnlyFromAmong("text", "json");
        Add(_output);
    }

    protected override async Task<int> ShowAsync(StackGraph graph, ParseResult arguments)
    {
        var text = arguments.GetRequiredValue(_output) == "json" ? PlanJson.Write(graph) : Tree(graph);
        await Terminal.Data.WriteAsync(text);
        return ExitCode.Success;
    }

    private string Tree(StackGraph graph)
    {
        var text = TreeRenderer.Render(graph);
        return Terminal.Colour ? Colours.Paint(text) : text;
    }
}
