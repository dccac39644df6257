using System.Collections.Immutable;

namespace Infra.Model.Platform;

/// <summary>The Google APIs that a stack with a cluster of its own needs.</summary>
internal static class GoogleApiNames
{
    /// <summary>The APIs' names, sorted.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "artifactregistry.googleapis.com",
        "cloudresourcemanager.googleapis.com",
        "compute.googleapis.com",
        "container.googleapis.com",
        "iam.googleapis.com",
        "logging.googleapis.com",
        "monitoring.googleapis.com",
        "storage.googleapis.com",
        "tpu.googleapis.com",
    ];
}
