using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Calls functions of a run through its mocks.</summary>
internal static class MockInvocation
{
    /// <summary>Calls a function. The result is unknown if an argument or the id of a dependency is.</summary>
    public static async Task<OutputData<T>> InvokeAsync<T>(
        IMocks mocks,
        string token,
        InvokeArgs args,
        InvokeOptions options
    )
    {
        var inputs = await Serializer.EachAsync(args.GetInputs());
        var dependencies = (options as InvokeOutputOptions)?.DependsOn.ToOutput();
        var explicitly = dependencies is null ? [] : await dependencies.GetValueAsync(whenUnknown: []);
        var needed = inputs.Values.SelectMany(input => input.Resources).Union(explicitly).ToImmutableHashSet();
        if (inputs.Values.Any(input => !input.IsKnown) || await IsUnknownAsync(needed))
        {
            return OutputData.Unknown<T>();
        }

        var value = await mocks.CallAsync(
            new MockCallArgs
            {
                Token = token,
                Args = Serializer.KnownValues(inputs),
                Provider = await ProviderResource.GetReferenceAsync(
                    options.Provider ?? options.Parent?.GetProvider(token)
                ),
            }
        );
        var data = await Serializer.ValueAsync(value);
        return data.With(Converter.Convert<T>(data.Value)) with { Resources = needed };
    }

    private static async Task<bool> IsUnknownAsync(IEnumerable<Resource> dependencies)
    {
        foreach (var dependency in dependencies.OfType<CustomResource>())
        {
            if (!(await dependency.Id.DataTask).IsKnown)
            {
                return true;
            }
        }

        return false;
    }
}
