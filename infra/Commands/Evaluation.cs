using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace Infra.Commands;

/// <summary>The result of evaluating a stack.</summary>
/// <param name="Graph">The graph of the stack; null if its settings are invalid.</param>
/// <param name="Messages">Warnings and errors of the settings, for people.</param>
public sealed record Evaluation(StackGraph? Graph, ImmutableArray<string> Messages);

/// <summary>Evaluates stacks for the commands.</summary>
public interface IStackEvaluator
{
    /// <summary>Evaluates a stack without engine, credentials or network.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="strict">Whether warnings count as errors.</param>
    /// <param name="cancellationToken">Ends the evaluation early.</param>
    Task<Evaluation> EvaluateAsync(string stack, bool strict, CancellationToken cancellationToken);
}
