using System.Collections.Immutable;

namespace Infra.Model.Servings;

/// <summary>What a container asks for and may use, by resource: <c>cpu: 8</c>, <c>memory: 32G</c>.</summary>
public sealed record ResourceSettings
{
    /// <summary>What the container is promised; <c>null</c> drops a default. Default: see the container.</summary>
    public IReadOnlyDictionary<string, string> Requests { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the container may not exceed; <c>null</c> drops a default. Default: no limit.</summary>
    public IReadOnlyDictionary<string, string> Limits { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
