using System.Collections.Immutable;
using Pulumi.Testing;

namespace Bench.Mocks;

/// <summary>Minimal mocks for the stacks: outputs equal inputs, the cluster has an endpoint, and buckets contain an object.</summary>
internal sealed class EchoMocks : IMocks
{
    private static readonly ImmutableDictionary<string, object> Endpoint = Map(
        "dnsEndpointConfig",
        Map("endpoint", "gke-1.example")
    );

    private static readonly ImmutableDictionary<string, object> Objects = Map(
        "bucketObjects",
        ImmutableArray.Create<object>(Map("name", "object"))
    );

    /// <inheritdoc />
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var state =
            args.Type == "gcp:container/cluster:Cluster"
                ? args.Inputs.SetItem("controlPlaneEndpointsConfig", Endpoint)
                : args.Inputs;
        return Task.FromResult<(string? id, object state)>(($"{args.Name}-id", state));
    }

    /// <inheritdoc />
    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(Objects);

    private static ImmutableDictionary<string, object> Map(string key, object value) =>
        ImmutableDictionary<string, object>.Empty.Add(key, value);
}
