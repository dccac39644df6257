using System.Collections.Concurrent;
using System.Collections.Immutable;
using Infra.Preview.Graph;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Preview.Recording;

/// <summary>One run of a program: answers in place of the engine, and has the node of each resource made that is constructed.</summary>
/// <remarks>
/// A node is made as soon as the SDK asks for the resource: its arguments are there by then. That happens mostly beside the program,
/// which goes on constructing, and lets go of the arguments early: those of all resources take more memory than their nodes. As with an engine, a
/// program must not change arguments and options that it has handed over. A large answer is made and read by the SDK on another core, and
/// what the program does with it may run there beside its constructor. Where several such steps fail, any of them may be the one that is told.
/// </remarks>
internal sealed class RecordedRun : IMocks
{
    // From about so many texts on, the SDK takes longer to read an answer than it takes to hand it to another core.
    private const int WorthAnotherCore = 20;

    private readonly bool _hasHelp;
    private readonly Placeholders _placeholders;
    private readonly ResourceTree _tree;
    private readonly NodeQueue _nodes;
    private readonly ComputedOutputs _outputs;
    private readonly ConcurrentDictionary<string, Type> _classes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Type?> _results = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RecordedResource> _constructed = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RecordedResource> _namesakes = new();
    private readonly ConcurrentQueue<RecordedResource> _remoteComponents = new();
    private readonly RemoteChildren _remoteChildren;

    /// <param name="project">The Pulumi project's name.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="placeholders">What stands for values that are not known.</param>
    /// <param name="remoteComponents">What providers register below remote components.</param>
    /// <param name="hasHelp">Whether other cores make nodes and answers while the program goes on.</param>
    /// <param name="cancellation">Ends the run between two steps.</param>
    public RecordedRun(
        string project,
        string stack,
        Placeholders placeholders,
        IRemoteComponentModel? remoteComponents,
        bool hasHelp,
        CancellationToken cancellation
    )
    {
        _hasHelp = hasHelp;
        _placeholders = placeholders;
        _tree = new ResourceTree(project, stack);
        var builder = new GraphBuilder(placeholders, _tree);
        _nodes = new NodeQueue(builder, cancellation);
        _remoteChildren = new RemoteChildren(remoteComponents, builder, _tree);
        _outputs = new ComputedOutputs(placeholders);
    }

    /// <summary>The options that make a stack report its resources here.</summary>
    public StackOptions Options => new() { ResourceTransformations = { Keep } };

    /// <inheritdoc />
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var (key, name) = (KeyOf(args.Type!, args.Name!), args.Name!);
        if (_constructed.TryRemove(key, out var resource))
        {
            Add(resource);
        }

        var shape = _classes.TryGetValue(key, out var type) ? OutputShapes.OfResource(type) : OutputShape.Nothing;
        return _hasHelp && shape.Texts >= WorthAnotherCore ? Task.Run(Answer) : Task.FromResult(Answer());

        (string? id, object state) Answer() => (_placeholders.Of(name)("id"), StateOf(name, type, shape));
    }

    /// <inheritdoc />
    public Task<object> CallAsync(MockCallArgs args) =>
        args.Token!.StartsWith("pulumi:pulumi:", StringComparison.Ordinal) ? Task.FromResult<object>(OtherStack())
        : _results.GetOrAdd(args.Token!, FunctionResults.ClassOf) is { } result
            ? Task.FromResult<object>(_outputs.Of(args.Token!.Split(':')[^1], OutputShapes.OfFunction(result)))
        : throw new RecordingException(
            $"The function {args.Token} asks the cloud; the offline preview cannot answer it."
        );

    // Which outputs another stack has, and so what a placeholder could stand for, is not known.
    private Dictionary<string, object> StateOf(string name, Type? type, OutputShape.Fields shape)
    {
        var state = _outputs.Of(name, shape);
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

    /// <summary>The nodes of all resources once the program has ended, that of the stack itself among them.</summary>
    public ResourceNode[] Finish(Stack root)
    {
        var stack = Root(root);
        _tree.Add(stack);
        foreach (var (_, resource) in _constructed)
        {
            Add(resource);
        }

        foreach (var resource in _namesakes)
        {
            Add(resource);
        }

        Add(stack);
        var nodes = PlannedOutputs.Resolve(_nodes.Finish());
        return _remoteComponents.IsEmpty ? nodes : [.. nodes, .. _remoteChildren.Below(nodes, [.. _remoteComponents])];
    }

    private void Add(RecordedResource resource)
    {
        _nodes.Add(resource);
        if (_hasHelp)
        {
            _nodes.StartHelper();
        }
    }

    private ResourceTransformationResult? Keep(ResourceTransformationArgs args)
    {
        if (args.Resource is Stack root)
        {
            _tree.Add(Root(root));
            return null;
        }

        var resource = Recorded(args);
        _tree.Add(resource);
        if (resource.Kind == ResourceKind.RemoteComponent)
        {
            _remoteComponents.Enqueue(resource);
        }

        var key = KeyOf(resource.Type, resource.Name);
        if (_classes.TryAdd(key, args.Resource.GetType()))
        {
            _constructed.TryAdd(key, resource);
        }
        else
        {
            // Below another parent stands one of the same type and name; which of them the SDK asks for cannot be told.
            _namesakes.Enqueue(resource);
            if (_constructed.TryRemove(key, out var first))
            {
                _namesakes.Enqueue(first);
            }
        }

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

    private static string KeyOf(string type, string name) => $"{type}::{name}";
}
