using System.Collections.Immutable;
using Infra.Settings.Servings;

namespace Infra.Settings;

/// <summary>What a stack is to be: its settings with every default filled in and every rule checked.</summary>
public sealed record Blueprint
{
    /// <summary>What the stack is for.</summary>
    public required StackEnvironment Environment { get; init; }

    /// <summary>The kubeconfig context of the cluster; null for the current one.</summary>
    public string? Context { get; init; }

    /// <summary>The models to serve, in the order of the stack file.</summary>
    public required ImmutableArray<Serving> Servings { get; init; }
}
