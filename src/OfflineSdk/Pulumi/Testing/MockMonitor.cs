using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Registers the resources of a run with its mocks.</summary>
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

    /// <summary>Registers a resource and completes its outputs, also on failure.</summary>
    public async Task RegisterAsync(
        Resource resource,
        ResourceArgs args,
        ResourceOptions options,
        IReadOnlyDictionary<string, IOutputCompletion> outputs
    )
    {
        try
        {
            var state = await CallMockAsync(resource, args, options);
            foreach (var (name, output) in outputs)
            {
                output.Complete(state.Find(name), isKnownWithout: !deployment.IsDryRun);
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
        await PendingOutputs.WaitAsync(values.AsReadOnly());
        await mocks.RegisterResourceOutputs(
            new MockRegisterResourceOutputsRequest(urn, () => CreateOutputs(values.AsReadOnly()))
        );
    }

    private static ImmutableDictionary<string, Output<object?>> CreateOutputs(
        IReadOnlyDictionary<string, object?> values
    )
    {
        var outputs = ImmutableDictionary.CreateBuilder<string, Output<object?>>();
        foreach (var (name, data) in Serializer.Each(values))
        {
            outputs.Add(name, new Output<object?>(data with { Resources = [] }));
        }

        return outputs.ToImmutable();
    }

    private async Task<ResourceState> CallMockAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        await WaitForAsync(options.DependsOn);
        var existing = options.Id is { } input ? await input.ToOutput().GetValueAsync(whenUnknown: "") ?? "" : "";
        var request = await CreateRequestAsync(resource, args, options);
        request.Id = existing.Length > 0 ? existing : (options as CustomResourceOptions)?.ImportId ?? "";
        var urn = await CreateUrnAsync(request, options);
        lock (_gate)
        {
            _resources.Add(resource);
        }

        var (id, state) = resource is Stack ? (null, Nothing) : await mocks.NewResourceAsync(request);
        id = existing.Length > 0 ? existing : id ?? request.Id;
        var fields = Fields(state);
        await PendingOutputs.WaitAsync(fields);
        return new ResourceState(urn, id.Length > 0 ? id : Serializer.UnknownValue, fields);
    }

    private static async Task<MockResourceArgs> CreateRequestAsync(
        Resource resource,
        ResourceArgs args,
        ResourceOptions options
    )
    {
        await PendingOutputs.WaitAsync(args);
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

    /// <summary>The URN in the format of the official mocks, which contains only the type of the topmost ancestor.</summary>
    private async Task<string> CreateUrnAsync(MockResourceArgs request, ResourceOptions options)
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

    /// <summary>The state of a resource, from which its outputs are completed.</summary>
    private sealed record ResourceState(string Urn, string Id, IReadOnlyDictionary<string, object?> Fields)
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
