namespace Infra.Resources.LeaderWorkerSets;

/// <summary>Annotations that configure how pulumi-kubernetes treats an object; manifests do not contain them.</summary>
/// <remarks>Source: provider/pkg/metadata/annotations.go of pulumi-kubernetes 4.32.</remarks>
internal static class PulumiAnnotation
{
    /// <summary>The condition that a create or an update waits for. Without it, a custom resource is not awaited.</summary>
    public const string WaitFor = "pulumi.com/waitFor";

    /// <summary>Whether the next update replaces a Job that did not succeed.</summary>
    public const string ReplaceUnready = "pulumi.com/replaceUnready";

    /// <summary>Whether neither the completion of a Job nor the deletion of its pods is awaited.</summary>
    public const string SkipAwait = "pulumi.com/skipAwait";
}
