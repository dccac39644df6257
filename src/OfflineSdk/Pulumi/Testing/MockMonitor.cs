using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Answers the registrations of a run from its mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentInstance deployment)
{
    private static readonly object Nothing = new Dictionary<string, object?>();

    private readonly Lock _gate = new();
    private readonly List<Resource> _resources = [];

    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_gate)
            {
                return [.. _resources];
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
                output.Complete(answer.Find(name), isKnownWithout: !deployment.IsDryRun);
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
        await Arrivals.WaitAsync(values.AsReadOnly());
        await mocks.RegisterResourceOutputs(
            new MockRegisterResourceOutputsRequest(urn, () => MakeOutputs(values.AsReadOnly()))
        );
    }

    private static ImmutableDictionary<string, Output<object?>> MakeOutputs(IReadOnlyDictionary<string, object?> values)
    {
        var outputs = ImmutableDictionary.CreateBuilder<string, Output<object?>>();
        foreach (var (name, data) in Serializer.Each(values))
        {
            outputs.Add(name, new Output<object?>(data with { Resources = [] }));
        }

        return outputs.ToImmutable();
    }

    private async Task<Answer> AskAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        await WaitForAsync(options.DependsOn);
        var existing = options.Id is { } input ? await input.ToOutput().GetValueAsync(whenUnknown: "") ?? "" : "";
        var request = await MakeRequestAsync(resource, args, options);
        request.Id = existing.Length > 0 ? existing : (options as CustomResourceOptions)?.ImportId ?? "";
        var urn = await MakeUrnAsync(request, options);
        lock (_gate)
        {
            _resources.Add(resource);
        }

        var (id, state) = resource is Stack ? (null, Nothing) : await mocks.NewResourceAsync(request);
        id = existing.Length > 0 ? existing : id ?? request.Id;
        var fields = Fields(state);
        await Arrivals.WaitAsync(fields);
        return new Answer(urn, id.Length > 0 ? id : Serializer.UnknownValue, fields);
    }

    private static async Task<MockResourceArgs> MakeRequestAsync(
        Resource resource,
        ResourceArgs args,
        ResourceOptions options
    )
    {
        await Arrivals.WaitAsync(args);
        return new MockResourceArgs
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Arguments = args,
            Provider = await ProviderResource.GetReferenceAsync(resource is CustomResource ? options.Provider : null),
        };
    }

    private static IReadOnlyDictionary<string, object?> Fields(object state) =>
        state switch
        {
            InputArgs args => args.GetInputs(),
            IReadOnlyDictionary<string, object?> fields => fields,
            IDictionary fields => Serializer.Entries(fields),
            _ => throw new NotSupportedException(
                $"{state.GetType().FullName} is not a supported state: use a dictionary"
            ),
        };

    private static async Task WaitForAsync(InputList<Resource> dependencies)
    {
        foreach (var dependency in await dependencies.GetKnownAsync())
        {
            await dependency.Urn.DataTask;
        }
    }

    /// <summary>The URN as the official mocks form it: of all that is above a resource only the topmost type.</summary>
    private async Task<string> MakeUrnAsync(MockResourceArgs request, ResourceOptions options)
    {
        var prefix = $"urn:pulumi:{deployment.StackName}::{deployment.ProjectName}::";
        if (request.Type == Stack.TypeName)
        {
            return $"{prefix}{request.Type}::{request.Name}";
        }

        var parent = await (options.Parent ?? deployment.Stack).Urn.GetValueAsync(whenUnknown: "");
        var parentType = parent.Split("::")[2].Split('$')[0];
        return $"{prefix}{parentType}${request.Type}::{request.Name}";
    }

    /// <summary>What a resource's outputs are made of.</summary>
    private sealed record Answer(string Urn, string Id, IReadOnlyDictionary<string, object?> Fields)
    {
        public object? Find(string name) =>
            name switch
            {
                "urn" => Urn,
                "id" => Id,
                _ => Fields.GetValueOrDefault(name),
            };
    }
}
