using System.Collections.Immutable;

namespace Infra.Model.Servings;

/// <summary>A name or label in Kubernetes that contains the name of a serving.</summary>
/// <param name="Owner">What has it, such as <c>the pods</c>.</param>
/// <param name="Text">The longest that there is for all replicas of the serving.</param>
public sealed record DerivedName(string Owner, string Text)
{
    /// <summary>The most characters of a label's value, and of the name of a pod, a Service or a Job.</summary>
    public const int MaxLength = 63;

    /// <summary>A StatefulSet labels its pods with its name and the hash of its revision, which has up to ten characters.</summary>
    private static readonly string RevisionHash = new('0', 10);

    /// <summary>Every name that can be too long; node pools, Jobs and accounts shorten theirs.</summary>
    /// <remarks>
    /// The workers of a group are a StatefulSet with the name of the leader pod. Source: LWS v0.10.0 on Kubernetes 1.36, whose controller never creates the
    /// workers of a group with a longer name; the formula on its troubleshooting page, 51 - replicas / 10, is wrong.
    /// </remarks>
    public static ImmutableArray<DerivedName> AllOf(Serving serving)
    {
        var leader = $"{serving.Name}-{Math.Max(serving.Replicas - 1, 0)}";
        return
        [
            new("label controller-revision-hash of the workers", $"{leader}-{RevisionHash}"),
            new("the name of a pod", $"{leader}-{serving.GroupSize - 1}"),
            new("the name of the Service", serving.ServiceName),
            new("the name of the Service of the smoke test", serving.SmokeTestServiceName),
        ];
    }
}
