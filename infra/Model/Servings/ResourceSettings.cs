using System.Collections.Immutable;

namespace Infra.Model.Servings;

/// <summary>Resource requests and limits of a container: <c>cpu: 8</c>, <c>memory: 32G</c>.</summary>
public sealed record ResourceSettings
{
    /// <summary>Resource requests; <c>null</c> removes a default. Default: see the container.</summary>
    public IReadOnlyDictionary<string, string> Requests { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Resource limits; <c>null</c> removes a default. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Limits { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
