using System.Collections.Immutable;
using System.CommandLine;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Commands;

/// <summary>The base of a preview.</summary>
/// <param name="Graph">The graph; null if there is none, and everything is new.</param>
/// <param name="Notes">Why there is no graph, for people.</param>
internal sealed record BasePlan(StackGraph? Graph, ImmutableArray<string> Notes);

/// <summary>The requested base cannot be used; the message says why.</summary>
internal sealed class BaseNotAvailableException(string message) : Exception(message);

/// <summary>The options that choose the base of a preview.</summary>
internal sealed class BaseOptions(Terminal terminal)
{
    private const string StandardInput = "-";

    /// <summary>The file of an earlier plan.</summary>
    public Option<string?> Plan { get; } =
        new("--base")
        {
            Description = "Compare with this plan, written by preview --output json; - reads it from standard input",
            HelpName = "PLAN.json",
            Validators = { given => ProjectOptions.RequireName(given, "a plan") },
        };

    /// <summary>A revision of the repository.</summary>
    public Option<string?> Revision { get; } =
        new("--base-ref")
        {
            Description = "Compare with the stack at this git revision, which is built first",
            HelpName = "REV",
            Validators = { given => ProjectOptions.RequireName(given, "a revision") },
        };

    /// <summary>The base; null if none was requested.</summary>
    /// <exception cref="BaseNotAvailableException">It cannot be used.</exception>
    public async Task<BasePlan?> LoadAsync(
        ParseResult arguments,
        StackGraph head,
        string folder,
        CancellationToken cancellationToken
    )
    {
        if (arguments.GetValue(Plan) is { } file)
        {
            return new(Read(file, head), []);
        }

        if (arguments.GetValue(Revision) is not { } revision)
        {
            return null;
        }

        var found = await new RevisionPlan(terminal.Error, folder).EvaluateAsync(
            revision,
            head.Stack,
            cancellationToken
        );
        foreach (var note in found.Notes)
        {
            await terminal.Error.WriteLineAsync($"note: {note}");
        }

        return found;
    }

    private StackGraph Read(string file, StackGraph head)
    {
        var name = file == StandardInput ? "Standard input" : file;
        try
        {
            using var plan = file == StandardInput ? terminal.Input : File.OpenRead(file);
            var graph = PlanJson.Read(plan);
            return (graph.Project, graph.Stack) == (head.Project, head.Stack)
                ? graph
                : throw new BaseNotAvailableException(
                    $"{name} is a plan of {graph.Project}/{graph.Stack}; it cannot be compared with {head.Project}/{head.Stack}."
                );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or PlanFormatException)
        {
            throw new BaseNotAvailableException($"{name} cannot be used as base: {failure.Message}");
        }
    }
}
