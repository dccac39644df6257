using Infra.Model.Names;

namespace Infra.Model.Platform;

/// <summary>The minor versions of GKE that release channels offer for new clusters, as <c>gke-releases.yaml</c> lists them.</summary>
public sealed record GkeReleases
{
    /// <summary>The versions that the program knows.</summary>
    public static GkeReleases Known { get; } = DataFile.Read<GkeReleases>("Platform/gke-releases.yaml");

    /// <summary>The month in which the list was correct.</summary>
    public required string AsOf { get; init; }

    /// <summary>The versions by the lower-case name of the channel.</summary>
    public required IReadOnlyDictionary<string, OfferedVersions> Channels { get; init; }

    /// <summary>The versions that a channel offers.</summary>
    public OfferedVersions Find(ReleaseChannel channel) => Channels[NameOf(channel)];

    /// <summary>The name of a channel in stack files.</summary>
    public static string NameOf(ReleaseChannel channel) => channel.ToString().ToLowerInvariant();
}

/// <summary>The minor versions that a release channel offers.</summary>
public sealed record OfferedVersions
{
    /// <summary>The oldest minor version.</summary>
    public required string Oldest { get; init; }

    /// <summary>The newest minor version.</summary>
    public required string Newest { get; init; }

    /// <summary>Whether the channel offers a version as old as <paramref name="version"/>.</summary>
    public bool ReachesBackTo(GkeVersion version) => version.IsAtLeast(GkeVersion.Parse(Oldest));

    /// <summary>Whether the channel offers <paramref name="version"/> or a newer one.</summary>
    public bool ReachesUpTo(GkeVersion version) => GkeVersion.Parse(Newest).IsAtLeast(version);
}
