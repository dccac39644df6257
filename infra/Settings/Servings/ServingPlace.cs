using Infra.Settings.Platform;

namespace Infra.Settings.Servings;

/// <summary>Where servings run, as far as it decides what they are.</summary>
/// <param name="IsManaged">Whether the stack makes the cluster, and with it pools of each serving's own.</param>
/// <param name="Platform">What it makes; null where it makes nothing, or cannot for another problem.</param>
public sealed record ServingPlace(bool IsManaged, PlatformPlan? Platform)
{
    /// <summary>Where a serving keeps temporary data when its settings do not say: a folder of the stack's scratch bucket.</summary>
    public GcsPath? ScratchOf(KubernetesName serving) =>
        Platform is not null && GcsPath.TryParse($"gs://{Platform.Storage.Scratch}/{serving}", out var path)
            ? path
            : null;
}
