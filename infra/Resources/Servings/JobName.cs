using Infra.Model.Names;
using Infra.Model.Servings;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;

namespace Infra.Resources.Servings;

/// <summary>The names of Jobs. They contain a digest of the specification, because a Job's pod template is immutable.</summary>
internal static class JobName
{
    private const int DigestLength = 8;

    /// <summary>Creates the name of a serving's Job.</summary>
    /// <param name="serving">The serving.</param>
    /// <param name="purpose">What the Job does, such as <c>smoke-test</c>.</param>
    /// <param name="spec">Its specification.</param>
    public static string Create(Serving serving, string purpose, JobSpecArgs spec) =>
        GoogleName.Create(
            serving.Name,
            DerivedName.MaxLength,
            $"-{purpose}-{ArgumentDigest.Compute(DigestLength, spec)}"
        );
}
