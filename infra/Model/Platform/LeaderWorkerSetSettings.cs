using Infra.Model.Names;

namespace Infra.Model.Platform;

/// <summary>The controller that turns LeaderWorkerSets into pods. Every serving needs it.</summary>
public sealed record LeaderWorkerSetSettings
{
    /// <summary>
    /// Whether the stack installs the controller. Default <c>true</c>; <c>false</c> where the cluster has it already, since two
    /// installations of one name cannot be.
    /// </summary>
    public required bool Install { get; init; }

    /// <summary>The release to install. Default <c>v0.10.0</c>. Not used where <see cref="Install" /> is <c>false</c>.</summary>
    public LeaderWorkerSetVersion Version { get; init; } = LeaderWorkerSetVersion.Newest;
}
