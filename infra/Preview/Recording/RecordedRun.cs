using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Preview.Recording;

/// <summary>One run of a program: keeps every resource that it constructs and answers in place of the engine.</summary>
internal sealed class RecordedRun(SdkTypes types, Placeholders placeholders) : IMocks
{
    private readonly ConcurrentQueue<RecordedResource> _resources = new();
    private readonly ConcurrentDictionary<string, Type> _classes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Type?> _results = new(StringComparer.Ordinal);
    private readonly ComputedOutputs _outputs = new(types, placeholders);

    /// <summary>Hands over the resources in the order in which they were constructed, without the stack itself.</summary>
    public Queue<RecordedResource> Take()
    {
        var taken = new Queue<RecordedResource>(_resources);
        _resources.Clear();
        return taken;
    }

    /// <summary>The options that make a stack report its resources here.</summary>
    public StackOptions Options => new() { ResourceTransformations = { Keep } };

    /// <inheritdoc />
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var (type, name) = (args.Type!, args.Name!);
        var state = _classes.TryGetValue(KeyOf(type, name), out var known)
            ? StateOf(name, known)
            : ImmutableDictionary<string, object>.Empty;
        return Task.FromResult<(string? id, object state)>((placeholders.Unknown(name, "id"), state));
    }

    /// <inheritdoc />
    public Task<object> CallAsync(MockCallArgs args) =>
        _results.GetOrAdd(args.Token!, FunctionResults.ClassOf) is { } result
            ? Task.FromResult<object>(_outputs.OfFunction(args.Token!.Split(':')[^1], result))
            : throw new RecordingException(
                $"The function {args.Token} asks the cloud; the offline preview cannot answer it."
            );

    // Which outputs another stack has, and so what a placeholder could stand for, is not known.
    private ImmutableDictionary<string, object> StateOf(string name, Type type)
    {
        var state = _outputs.OfResource(name, type);
        return type == typeof(StackReference)
            ? state.SetItem("outputs", OutputUtilities.CreateUnknown(ImmutableDictionary<string, object>.Empty))
            : state;
    }

    private ResourceTransformationResult? Keep(ResourceTransformationArgs args)
    {
        if (args.Resource is not Stack)
        {
            _resources.Enqueue(new RecordedResource(args.Resource, args.Args, args.Options));
            // An engine would call these back, for which the SDK starts a server; here nobody calls.
            args.Options.ResourceTransforms.Clear();
            _classes.TryAdd(
                KeyOf(args.Resource.GetResourceType(), args.Resource.GetResourceName()),
                args.Resource.GetType()
            );
        }

        return null;
    }

    private static string KeyOf(string type, string name) => $"{type}::{name}";
}
