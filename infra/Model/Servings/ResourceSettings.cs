using Infra.Configuration;

namespace Infra.Model.Servings;

/// <summary>What a container asks for and may use, by resource: <c>cpu: 8</c>, <c>memory: 32G</c>.</summary>
public sealed record ResourceSettings
{
    /// <summary>What the container is promised; <c>null</c> drops a default. Default: see the container.</summary>
    public IReadOnlyDictionary<string, string?>? Requests { get; init; }

    /// <summary>What the container may not exceed; <c>null</c> drops a default. Default: no limit.</summary>
    public IReadOnlyDictionary<string, string?>? Limits { get; init; }

    /// <summary>These settings where they say something, <paramref name="below"/> elsewhere.</summary>
    public ResourceSettings Over(ResourceSettings? below) =>
        new() { Requests = Maps.Over(Requests, below?.Requests), Limits = Maps.Over(Limits, below?.Limits) };
}
