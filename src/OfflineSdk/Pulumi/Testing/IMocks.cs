using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Testing;

public interface IMocks
{
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    Task<object> CallAsync(MockCallArgs args);

    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}

public class MockResourceArgs
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    /// <summary>The arguments, converted from <see cref="Arguments"/> on demand.</summary>
    public ImmutableDictionary<string, object> Inputs
    {
        get => field ??= Serializer.KnownValues(Serializer.Each(Arguments.GetInputs())).RemoveRange(["id", "urn"]);
        set;
    }

    internal ResourceArgs Arguments { get; init; } = ResourceArgs.Empty;

    public string? Provider { get; set; }

    public string? Id { get; set; }
}

public class MockCallArgs
{
    public string? Token { get; set; }

    public ImmutableDictionary<string, object> Args { get; set; } = null!;

    public string? Provider { get; set; }
}

public class MockRegisterResourceOutputsRequest
{
    private readonly Func<ImmutableDictionary<string, Output<object?>>> _createOutputs;

    public MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
        : this(urn, () => outputs) { }

    internal MockRegisterResourceOutputsRequest(
        string urn,
        Func<ImmutableDictionary<string, Output<object?>>> createOutputs
    ) => (Urn, _createOutputs) = (urn, createOutputs);

    public string Urn { get; }

    /// <summary>The outputs, created on demand.</summary>
    public ImmutableDictionary<string, Output<object?>> Outputs => field ??= _createOutputs();
}
