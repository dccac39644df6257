using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Which changes of a kubernetes provider's configuration make it another cluster's.</summary>
/// <remarks>
/// An identifier that changes does; one that stays the same says that the cluster is the same, whatever else changes. Without one a
/// kubeconfig that is not known does. Source: <c>DiffConfig</c> in pulumi-kubernetes 4.32, provider/pkg/provider/provider.go.
/// </remarks>
internal static class KubernetesProviderDiff
{
    /// <summary>The type token of the provider.</summary>
    public const string Type = "pulumi:providers:kubernetes";

    private const string Identifier = "clusterIdentifier";

    /// <summary>Whether a change of an argument replaces the provider.</summary>
    public static bool Replaces(PropertyChange argument, ResourceNode old, ResourceNode now) =>
        argument.Touches(Identifier) ? argument is { Old: not null, New: not null }
        : old.Inputs[Identifier] is { } identifier && identifier.Equals(now.Inputs[Identifier]) ? false
        : argument.Touches("kubeconfig") ? argument.New is PlanText { Literal: null }
        : ForceNewRules.Of(Type).Replaces(argument, old, now);
}
