using Infra.Model.Names;
using Infra.Model.Platform;

namespace Infra.Model.Servings;

/// <summary>Where servings run, as far as it decides what they are.</summary>
/// <param name="Existing">The cluster, where it exists already; null where the stack creates it, and with it pools of each serving's own.</param>
/// <param name="Platform">What the stack creates in Google Cloud; null where it creates nothing, or cannot for another problem.</param>
public sealed record DeploymentTarget(ExistingClusterSettings? Existing, PlatformModel? Platform)
{
    /// <summary>Whether the stack creates the cluster.</summary>
    public bool IsManaged => Existing is null;

    /// <summary>Whether the cluster's project and name are known, and not only to a kubeconfig.</summary>
    public bool IsClusterKnown => Existing is null or { Stack: not null } or { Name: not null, Project: not null };

    /// <summary>Whether no serving is deployed for now.</summary>
    public bool Hibernates { get; init; }

    /// <summary>The target of a stack's servings.</summary>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="platform">What it creates in Google Cloud.</param>
    public static DeploymentTarget From(StackSettings settings, PlatformModel? platform) =>
        new(
            settings.Cluster.Existing is { } existing
                ? existing with
                {
                    Project = existing.Project ?? settings.Project,
                }
                : null,
            platform
        )
        {
            Hibernates = settings.Hibernate,
        };

    /// <summary>Where a serving keeps temporary data when its settings do not say: a folder of the stack's scratch bucket.</summary>
    /// <param name="serving">The serving's name.</param>
    public GcsPath? ScratchLocation(string serving) =>
        Platform is not null && GcsPath.TryParse($"gs://{Platform.ScratchBucket}/{serving}", out var path)
            ? path
            : null;
}
