namespace Infra.Resources.LeaderWorkerSets;

/// <summary>Annotations by which an object tells pulumi-kubernetes how to treat it; they are not rendered.</summary>
/// <remarks>Source: provider/pkg/metadata/annotations.go of pulumi-kubernetes 4.32.</remarks>
internal static class PulumiAnnotation
{
    /// <summary>What a create or an update waits for; a custom resource without it is waited for no longer than the API takes it.</summary>
    public const string WaitFor = "pulumi.com/waitFor";

    /// <summary>Whether a Job that did not succeed is replaced by the next update.</summary>
    public const string ReplaceUnready = "pulumi.com/replaceUnready";

    /// <summary>Whether nothing waits for a Job: neither for its end nor, when it is deleted, for that of its pods.</summary>
    public const string SkipAwait = "pulumi.com/skipAwait";
}
