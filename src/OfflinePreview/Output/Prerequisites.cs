using System.Collections.Immutable;

namespace OfflinePreview.Output;

/// <summary>What a cluster must have before objects are applied to it, because they use it and do not create it.</summary>
/// <param name="Namespaces">The namespaces, except the one that every cluster has.</param>
/// <param name="CustomKinds">The kinds that a custom resource definition adds: <c>PodMonitoring (monitoring.googleapis.com/v1)</c>.</param>
public sealed record Prerequisites(ImmutableArray<string> Namespaces, ImmutableArray<string> CustomKinds)
{
    private const string DefaultNamespace = "default";

    /// <summary>Finds the prerequisites of objects.</summary>
    public static Prerequisites Find(IReadOnlyCollection<KubernetesObject> objects) =>
        new(
            [
                .. objects
                    .Select(found => found.Namespace)
                    .OfType<string>()
                    .Except(objects.Where(found => found.IsNamespace).Select(found => found.Name))
                    .Where(name => name != DefaultNamespace)
                    .Order(StringComparer.Ordinal),
            ],
            [
                .. objects
                    .Where(found => IsCustom(found.ApiVersion))
                    .Select(found => $"{found.Kind} ({found.ApiVersion})")
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ]
        );

    // Kubernetes' own groups are unqualified or end with .k8s.io; projects outside of it use others, such as x-k8s.io.
    private static bool IsCustom(string apiVersion) =>
        apiVersion.Split('/') is [var group, _]
        && group.Contains('.', StringComparison.Ordinal)
        && !group.EndsWith(".k8s.io", StringComparison.Ordinal);
}
