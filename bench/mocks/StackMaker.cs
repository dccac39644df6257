using Infra;
using Infra.Settings;
using Pulumi;

namespace Bench.Mocks;

/// <summary>Constructs the stack when the SDK asks for it.</summary>
internal sealed class StackMaker(Blueprint blueprint) : IServiceProvider
{
    /// <inheritdoc />
    public object GetService(Type serviceType) => new InferenceStack(blueprint, Output.CreateSecret);
}
