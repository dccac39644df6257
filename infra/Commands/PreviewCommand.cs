using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Infra.Reports;
using OfflinePreview.Diff;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Commands;

/// <summary>Previews an update of a stack: from nothing, from an earlier plan, or from a revision.</summary>
internal sealed class PreviewCommand : StackCommand
{
    private readonly Option<string> _output = ProjectOptions.Output(
        "Output format: text, markdown (a pull-request comment), json (the whole plan without a base) or mermaid",
        "text",
        "markdown",
        "json",
        "mermaid"
    );

    private readonly Option<bool> _expectNoChanges = new("--expect-no-changes")
    {
        Description = $"Exit with {ExitCode.ChangesFound} if anything changes against the base",
    };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = "Maximum markdown length in UTF-16 code units; excess sections are dropped",
        HelpName = "UNITS",
        DefaultValueFactory = _ => DiffMarkdown.DefaultLimit,
        CustomParser = ParseLimit,
    };

    private readonly Option<string?> _headName = RevisionName.CreateOption(
        "--head-name",
        "Name the evaluated revision in the markdown"
    );
    private readonly Option<string?> _baseName = RevisionName.CreateOption(
        "--base-name",
        "Name the base revision in the markdown"
    );
    private readonly BaseOptions _base;

    public PreviewCommand(Terminal terminal, Func<string, IStackEvaluator> evaluator)
        : base("preview", "Preview an update of a stack", terminal, evaluator)
    {
        _base = new BaseOptions(terminal);
        Add(_output);
        Add(_base.Plan);
        Add(_base.Revision);
        Add(_expectNoChanges);
        Add(_limit);
        Add(_headName);
        Add(_baseName);
        Validators.Add(result =>
        {
            var bases = new[] { _base.Plan, _base.Revision }.Count(option => result.GetResult(option) is not null);
            if (bases > 1)
            {
                result.AddError($"{_base.Plan.Name} and {_base.Revision.Name} cannot be used together.");
            }

            if (bases == 0 && result.GetResult(_expectNoChanges) is not null)
            {
                result.AddError($"{_expectNoChanges.Name} needs {_base.Plan.Name} or {_base.Revision.Name}.");
            }
        });
    }

    protected override async Task<int> ShowAsync(
        StackGraph graph,
        ImmutableArray<string> messages,
        ParseResult arguments,
        CancellationToken cancellationToken
    )
    {
        BasePlan? start;
        try
        {
            start = await _base.LoadAsync(arguments, graph, FolderOf(arguments), cancellationToken);
        }
        catch (BaseNotAvailableException unusable)
        {
            await Terminal.WriteMessageAsync($"error: {unusable.Message}");
            return ExitCode.Usage;
        }

        var diff = GraphDiff.Compare(start?.Graph, graph);
        await Terminal.Output.WriteAsync(Write(diff, start, messages, arguments));
        return arguments.GetValue(_expectNoChanges) && diff.HasChanges ? ExitCode.ChangesFound : ExitCode.Success;
    }

    private string Write(GraphDiff diff, BasePlan? start, ImmutableArray<string> messages, ParseResult arguments) =>
        arguments.GetRequiredValue(_output) switch
        {
            "markdown" => DiffMarkdown.Write(
                diff,
                arguments.GetRequiredValue(_limit),
                new()
                {
                    Base = arguments.GetValue(_baseName) ?? arguments.GetValue(_base.Revision),
                    Head = arguments.GetValue(_headName),
                    Notes = start?.Notes ?? [],
                    Messages = messages,
                }
            ),
            "mermaid" => MermaidDiagram.Write(diff.After),
            "json" => start is null ? PlanJson.Write(diff.After) : DiffJson.Write(diff),
            _ when start is null => Colorized(TreeRenderer.Render(diff, Terminal.Width)),
            _ => Colorized(DiffRenderer.Render(diff, Terminal.Width))
                + (
                    Terminal.UseColor
                        ? AnsiColors.ColorizeDiff(DiffRenderer.RenderManifests(diff))
                        : DiffRenderer.RenderManifests(diff)
                ),
        };

    private static int ParseLimit(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        if (!int.TryParse(given, CultureInfo.InvariantCulture, out var limit) || limit < DiffMarkdown.MinLimit)
        {
            result.AddError(
                $"--limit: '{PrintableText.SingleLine(given)}' is not allowed. Allowed: an integer from {DiffMarkdown.MinLimit} to {int.MaxValue}"
            );
        }

        return limit;
    }

    private string Colorized(string text) => Terminal.UseColor ? AnsiColors.Colorize(text) : text;
}
