using System.Collections.Immutable;
using Pulumi;

namespace Infra.Resources.Servings;

/// <summary>The Kubernetes object whose operation failed.</summary>
/// <param name="Kind">Its kind for kubectl, such as <c>leaderworkerset</c>.</param>
/// <param name="Name">Its name in the cluster.</param>
/// <param name="Namespace">Its namespace; null for that of the context.</param>
public sealed record FailedObject(string Kind, string Name, string? Namespace)
{
    /// <summary>Whether it is a Job.</summary>
    public bool IsJob => Kind == "job";

    /// <summary>Parses the arguments of an error hook.</summary>
    public static FailedObject From(ErrorHookArgs failure)
    {
        var inputs = failure.OldInputs ?? failure.NewInputs;
        var metadata = inputs?.GetValueOrDefault("metadata") as ImmutableDictionary<string, object?>;
        return new(
            failure.Type.Split(':')[^1].ToLowerInvariant(),
            metadata?.GetValueOrDefault("name") as string ?? failure.Name,
            metadata?.GetValueOrDefault("namespace") as string
        );
    }
}
