using Infra.Settings.Servings;

namespace Infra.Settings;

/// <summary>A stack file: the top-level keys of <c>Pulumi.STACK.yaml</c> below the project's prefix.</summary>
/// <remarks>
/// Any other top-level key has to be an encrypted text (<c>pulumi config set --secret KEY</c>); containers refer to it by name.
/// </remarks>
public sealed record StackSettings
{
    /// <summary>What the stack is for; some defaults follow it. <c>dev</c> (default) or <c>prod</c>.</summary>
    public StackEnvironment Environment { get; init; } = StackEnvironment.Dev;

    /// <summary>The Kubernetes cluster that the servings run in. Required.</summary>
    public required ClusterSettings Cluster { get; init; }

    /// <summary>The LeaderWorkerSet controller. Default: the newest release known here is installed.</summary>
    public LeaderWorkerSetSettings LeaderWorkerSet { get; init; } = new();

    /// <summary>The models to serve. Default: none.</summary>
    public IReadOnlyList<ServingSettings> Servings { get; init; } = [];
}

/// <summary>What a stack is for.</summary>
public enum StackEnvironment
{
    /// <summary>May be thrown away: nothing is protected.</summary>
    Dev,

    /// <summary>Answers real prompts: what holds data is protected.</summary>
    Prod,
}
