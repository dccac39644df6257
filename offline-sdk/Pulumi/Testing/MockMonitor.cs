using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Answers the registrations of a run from its mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentInstance deployment)
{
    private readonly Lock gate = new();
    private readonly List<Resource> resources = [];

    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (gate)
            {
                return [.. resources];
            }
        }
    }

    /// <summary>Registers a resource and completes its outputs, whatever happens.</summary>
    public async Task RegisterAsync(
        Resource resource,
        ResourceArgs args,
        ResourceOptions options,
        IReadOnlyDictionary<string, IOutputCompletion> outputs
    )
    {
        try
        {
            var answer = await AskAsync(resource, args, options);
            foreach (var (name, output) in outputs)
            {
                if (answer.TryGetValue(name, out var data))
                {
                    output.Complete(data);
                }
                else
                {
                    output.CompleteDefault(isKnown: !deployment.IsDryRun);
                }
            }
        }
        catch (Exception exception)
        {
            foreach (var output in outputs.Values)
            {
                output.Fail(exception);
            }

            throw;
        }
    }

    public async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await resource.Urn.GetValueAsync(whenUnknown: "");
        var values = await outputs.GetValueAsync(whenUnknown: ImmutableDictionary<string, object?>.Empty);
        var data = await Serializer.SerializeEachAsync(resource.GetResourceName(), values);
        await mocks.RegisterResourceOutputs(
            new MockRegisterResourceOutputsRequest(
                urn,
                data.ToImmutableDictionary(
                    entry => entry.Key,
                    entry => new Output<object?>(entry.Value with { Resources = [] })
                )
            )
        );
    }

    public async Task<OutputData<T>> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions options)
    {
        var inputs = await Serializer.SerializeEachAsync(token, args.GetInputs());
        var dependencies = (options as InvokeOutputOptions)?.DependsOn.ToOutput();
        var explicitly = dependencies is null ? [] : await dependencies.GetValueAsync(whenUnknown: []);
        var needed = inputs.Values.SelectMany(input => input.Resources).Union(explicitly).ToImmutableHashSet();
        if (inputs.Values.Any(input => !input.IsKnown) || await IsUnknownAsync(needed))
        {
            return OutputData.Unknown<T>();
        }

        var answer = await mocks.CallAsync(
            new MockCallArgs
            {
                Token = token,
                Args = Known(inputs),
                Provider = await ReferenceAsync(options.Provider ?? options.Parent?.GetProvider(token)),
            }
        );
        var data = await Serializer.SerializeAsync(token, answer);
        return data.With(Converter.Convert<T>(data.Value)) with { Resources = needed };
    }

    private async Task<Dictionary<string, OutputData<object?>>> AskAsync(
        Resource resource,
        ResourceArgs args,
        ResourceOptions options
    )
    {
        var name = resource.GetResourceName();
        var type = resource.GetResourceType();
        await WaitForAsync(options.DependsOn);
        var readId = options.Id is null ? "" : await options.Id.ToOutput().GetValueAsync(whenUnknown: "");
        var inputs = args.GetInputs().Where(input => input.Key is not ("id" or "urn"));
        var request = new MockResourceArgs
        {
            Type = type,
            Name = name,
            Inputs = Known(await Serializer.SerializeEachAsync(name, inputs)),
            Provider = await ReferenceAsync(resource is CustomResource ? options.Provider : null),
            Id = string.IsNullOrEmpty(readId) ? (options as CustomResourceOptions)?.ImportId ?? "" : readId,
        };
        var urn = await MakeUrnAsync(type, name, options);
        lock (gate)
        {
            resources.Add(resource);
        }

        if (resource is Stack)
        {
            return new() { ["urn"] = OutputData.Known<object?>(urn) };
        }

        var (id, state) = await mocks.NewResourceAsync(request);
        id = string.IsNullOrEmpty(readId) ? id ?? request.Id : readId;
        var answer = await Serializer.SerializeEachAsync(name, Fields(state));
        answer["urn"] = OutputData.Known<object?>(urn);
        answer["id"] = id.Length > 0 ? OutputData.Known<object?>(id) : OutputData.Unknown<object?>();
        return answer;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Fields(object state) =>
        state switch
        {
            InputArgs args => args.GetInputs(),
            IEnumerable<KeyValuePair<string, object?>> fields => fields,
            _ => throw new InvalidOperationException(
                $"{state.GetType().FullName} is not a supported state: use a dictionary."
            ),
        };

    private static ImmutableDictionary<string, object> Known(Dictionary<string, OutputData<object?>> inputs) =>
        inputs
            .Where(input => input.Value.IsKnown)
            .ToImmutableDictionary(input => input.Key, input => input.Value.Value!);

    private static async Task WaitForAsync(InputList<Resource> dependencies)
    {
        foreach (var dependency in await dependencies.ToOutput().GetValueAsync(whenUnknown: []))
        {
            await dependency.Urn.DataTask;
        }
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

    private static Task<string> ReferenceAsync(ProviderResource? provider) =>
        provider?.GetReferenceAsync() ?? Task.FromResult("");

    /// <summary>The URN as the official mocks form it: of all that is above a resource only the topmost type.</summary>
    private async Task<string> MakeUrnAsync(string type, string name, ResourceOptions options)
    {
        var prefix = $"urn:pulumi:{deployment.StackName}::{deployment.ProjectName}::";
        if (type == Stack.TypeName)
        {
            return $"{prefix}{type}::{name}";
        }

        var parent = await (options.Parent ?? deployment.Stack).Urn.GetValueAsync(whenUnknown: "");
        var parentType = parent.Split("::")[2].Split('$')[0];
        return $"{prefix}{parentType}${type}::{name}";
    }
}
