using System.Collections.Immutable;
using Infra.Model.Names;
using Infra.Model.Platform;
using Infra.Model.Servings;

namespace Infra.Model;

/// <summary>What a stack is to be: its settings with every default filled in and every rule checked.</summary>
public sealed record StackModel
{
    /// <summary>What the stack is for.</summary>
    public required StackEnvironment Environment { get; init; }

    /// <summary>What the stack makes in Google Cloud; null where the cluster exists.</summary>
    public PlatformModel? Platform { get; init; }

    /// <summary>The cluster that exists; used where the stack makes none.</summary>
    public ExistingClusterSettings Existing { get; init; } = new();

    /// <summary>The release of the LeaderWorkerSet controller to install; null where the cluster has it.</summary>
    public LeaderWorkerSetVersion? Controller { get; init; }

    /// <summary>The models to serve, in the order of the stack file.</summary>
    public required ImmutableArray<Serving> Servings { get; init; }

    /// <summary>Those of them that run: the others wait for their checkpoint.</summary>
    public IEnumerable<Serving> Deployed => Servings.Where(serving => serving.Deployed);

    /// <summary>The chips that those take together.</summary>
    public long TotalChips => Deployed.Sum(serving => serving.TotalChips);
}
