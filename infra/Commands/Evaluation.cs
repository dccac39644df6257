using System.Collections.Immutable;
using OfflinePreview.Graph;

namespace Infra.Commands;

/// <summary>What came of evaluating a stack.</summary>
/// <param name="Graph">What the stack would create; null when its settings cannot be used.</param>
/// <param name="Messages">Warnings, and what is wrong with the settings; for people.</param>
public sealed record Evaluation(StackGraph? Graph, ImmutableArray<string> Messages);

/// <summary>Evaluates stacks for the commands.</summary>
public interface IStackEvaluator
{
    /// <summary>Evaluates a stack without engine, credentials or network.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="strict">Whether a warning is as bad as an error.</param>
    /// <param name="cancellationToken">Ends the evaluation early.</param>
    Task<Evaluation> EvaluateAsync(string stack, bool strict, CancellationToken cancellationToken);
}
