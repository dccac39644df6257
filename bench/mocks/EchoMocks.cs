using System.Collections.Immutable;
using Pulumi.Testing;

namespace Bench.Mocks;

/// <summary>The least that mocks can do for this stack: a resource has its inputs for outputs, the cluster an address, a bucket an object.</summary>
internal sealed class EchoMocks : IMocks
{
    private static readonly ImmutableDictionary<string, object> Address = Map(
        "dnsEndpointConfig",
        Map("endpoint", "gke-1.example")
    );

    private static readonly ImmutableDictionary<string, object> Found = Map(
        "bucketObjects",
        ImmutableArray.Create<object>(Map("name", "object"))
    );

    /// <inheritdoc />
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var state =
            args.Type == "gcp:container/cluster:Cluster"
                ? args.Inputs.SetItem("controlPlaneEndpointsConfig", Address)
                : args.Inputs;
        return Task.FromResult<(string? id, object state)>(($"{args.Name}-id", state));
    }

    /// <inheritdoc />
    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(Found);

    private static ImmutableDictionary<string, object> Map(string key, object value) =>
        ImmutableDictionary<string, object>.Empty.Add(key, value);
}
