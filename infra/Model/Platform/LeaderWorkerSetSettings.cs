using Infra.Model.Names;

namespace Infra.Model.Platform;

/// <summary>The LeaderWorkerSet controller, which every serving needs.</summary>
public sealed record LeaderWorkerSetSettings
{
    /// <summary>
    /// Whether the stack installs the controller. Default <c>true</c>; set it to <c>false</c> if the cluster already has the controller.
    /// </summary>
    public required bool Install { get; init; }

    /// <summary>The release to install. Default <c>v0.10.0</c>. Ignored if <see cref="Install" /> is <c>false</c>.</summary>
    public LeaderWorkerSetVersion Version { get; init; } = LeaderWorkerSetVersion.Newest;
}
