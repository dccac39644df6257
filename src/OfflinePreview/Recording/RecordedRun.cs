using System.Collections.Concurrent;
using System.Collections.Immutable;
using OfflinePreview.Graph;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace OfflinePreview.Recording;

/// <summary>One run of a program: answers in place of the engine, and keeps every resource that is constructed.</summary>
/// <remarks>
/// Arguments are read when the SDK asks for the resource: they are there by then, and need not be kept. Options are read when the program
/// has ended: an alias may come late. As with an engine, a program must not change arguments that it has passed to the SDK.
/// </remarks>
internal sealed class RecordedRun : IMocks
{
    private readonly UnknownValues _unknownValues;
    private readonly ResourceTree _tree;
    private readonly GraphBuilder _builder;
    private readonly UnknownOutputs _outputs;
    private readonly ConcurrentDictionary<string, RecordedResource> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Type?> _results = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RecordedResource> _constructed = new();
    private readonly RemoteChildren _remoteChildren;

    /// <param name="project">The Pulumi project's name.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="unknownValues">Markers for unknown and secret values.</param>
    /// <param name="remoteComponents">The resources that providers register in remote components.</param>
    public RecordedRun(
        string project,
        string stack,
        UnknownValues unknownValues,
        IRemoteComponentModel? remoteComponents
    )
    {
        _unknownValues = unknownValues;
        _tree = new ResourceTree(project, stack);
        _builder = new GraphBuilder(unknownValues, _tree);
        _remoteChildren = new RemoteChildren(remoteComponents, _builder, _tree);
        _outputs = new UnknownOutputs(unknownValues);
    }

    /// <summary>The stack options that report each resource to this run.</summary>
    public StackOptions Options => new() { ResourceTransformations = { OnResourceConstructed } };

    /// <inheritdoc />
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var name = args.Name!;
        var resource = _byName.GetValueOrDefault(GetKey(args.Type!, name));
        if (resource is { HasDuplicateName: false })
        {
            resource.Read(_builder.ReadArguments);
        }

        var type = resource?.Resource.GetType();
        return Task.FromResult<(string? id, object state)>(
            (_unknownValues.CreateFactory(name)("id"), CreateState(name, type))
        );
    }

    /// <inheritdoc />
    public Task<object> CallAsync(MockCallArgs args) =>
        args.Token!.StartsWith("pulumi:pulumi:", StringComparison.Ordinal) ? Task.FromResult<object>(OtherStack())
        : _results.GetOrAdd(args.Token!, FunctionResults.FindResultType) is { } result
            ? Task.FromResult<object>(_outputs.Create(args.Token!.Split(':')[^1], OutputShapes.ForFunction(result)))
        : throw new RecordingException(
            $"The function {args.Token} reads from the cloud, which an offline preview cannot do."
        );

    // The outputs of another stack are unknown, names included.
    private Dictionary<string, object> CreateState(string name, Type? type)
    {
        var state = _outputs.Create(name, type is null ? OutputShape.Nothing : OutputShapes.ForResource(type));
        if (type == typeof(StackReference))
        {
            state["outputs"] = OtherStack()["outputs"];
        }

        return state;
    }

    private static Dictionary<string, object> OtherStack() =>
        new(StringComparer.Ordinal)
        {
            ["outputs"] = OutputUtilities.CreateUnknown(ImmutableDictionary<string, object>.Empty),
        };

    /// <summary>All resources, the stack itself among them; called when the program has ended.</summary>
    /// <param name="root">The stack.</param>
    /// <param name="cancellation">Ends the reading between two resources.</param>
    public ResourceState[] ReadResources(Stack root, CancellationToken cancellation)
    {
        var stack = Root(root);
        _tree.Add(stack);
        RecordedResource[] resources = [stack, .. _constructed];
        var states = Array.ConvertAll(
            resources,
            resource =>
            {
                cancellation.ThrowIfCancellationRequested();
                return _builder.CreateState(resource);
            }
        );
        var resolved = KnownOutputResolver.Resolve(states);
        var components = Array.FindAll(resources, resource => resource.Kind == ResourceKind.RemoteComponent);
        return components.Length == 0 ? resolved : [.. resolved, .. _remoteChildren.Below(resolved, components)];
    }

    private ResourceTransformationResult? OnResourceConstructed(ResourceTransformationArgs args)
    {
        if (args.Resource is Stack root)
        {
            _tree.Add(Root(root));
            return null;
        }

        var resource = Recorded(args);
        _tree.Add(resource);
        _constructed.Enqueue(resource);
        var first = _byName.GetOrAdd(GetKey(resource.Type, resource.Name), resource);
        first.HasDuplicateName |= first != resource; // the SDK does not say for which of them it asks
        return null;
    }

    // An engine would call the transforms back, for which the SDK starts a server.
    private static RecordedResource Recorded(ResourceTransformationArgs args)
    {
        ImmutableArray<ResourceTransform> transforms = [.. args.Options.ResourceTransforms];
        args.Options.ResourceTransforms.Clear();
        return new(args.Resource, args.Args, args.Options, transforms);
    }

    private static RecordedResource Root(Stack root) =>
        new(root, ResourceArgs.Empty, new ComponentResourceOptions(), []);

    private static string GetKey(string type, string name) => $"{type}::{name}";
}
