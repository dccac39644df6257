using System.Collections.Immutable;
using System.Globalization;
using OfflinePreview.Graph;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>Creates the resources that providers register in remote components, as the engine does.</summary>
/// <remarks>
/// Each child has the component's provider, inherits <c>protect</c>, <c>retainOnDelete</c> and <c>deletedWith</c>, and passes through the
/// transforms of the component and of everything above it, the innermost first. Source: <c>inheritFromParent</c> and
/// <c>RegisterResource</c> in the Pulumi engine's source_eval.go.
/// </remarks>
internal sealed class RemoteChildren(IRemoteComponentModel? model, GraphBuilder builder, ResourceTree tree)
{
    /// <summary>The children of <paramref name="components" />, which are among <paramref name="states" />.</summary>
    public IEnumerable<ResourceState> Below(ResourceState[] states, IEnumerable<RecordedResource> components)
    {
        var byUrn = states.ToDictionary(state => state.Urn, StringComparer.Ordinal);
        return from component in components
            let state = byUrn[tree.GetUrn(component.Resource)!]
            from child in model?.GetChildren(component.Type, component.Name, state.Inputs) ?? []
            select CreateChild(child, component, state);
    }

    private ResourceState CreateChild(RemoteChild child, RecordedResource component, ResourceState parent)
    {
        var (arguments, options) = Transformed(child, component);
        return new()
        {
            Urn = $"{parent.Urn[..^$"::{parent.Name}".Length]}${child.Type}::{child.Name}",
            Type = child.Type,
            Name = child.Name,
            Kind = ResourceKind.RemoteChild,
            Parent = parent.Urn,
            Provider = parent.Provider,
            Options = builder.ReadOptions(options),
            Inputs = arguments,
        };
    }

    private (PlanMap Arguments, ResourceOptions Options) Transformed(RemoteChild child, RecordedResource component)
    {
        var given = (ImmutableDictionary<string, object?>)Plain(child.Inputs)!;
        var (arguments, options) = (given, (ResourceOptions)Inherited(component));
        foreach (
            var transform in tree.Ancestors(component.Resource).SelectMany(resource => tree.GetTransforms(resource))
        )
        {
            var registered = new ResourceTransformArgs(child.Name, child.Type, custom: true, arguments, options);
            if (transform(registered, CancellationToken.None).GetAwaiter().GetResult() is { } result)
            {
                (arguments, options) = (result.Args, result.Options);
            }
        }

        return (ReferenceEquals(arguments, given) ? child.Inputs : builder.ReadArguments(arguments), options);
    }

    private CustomResourceOptions Inherited(RecordedResource component)
    {
        var above = tree.Ancestors(component.Resource).Select(tree.GetOptions).ToList();
        return new CustomResourceOptions
        {
            Parent = component.Resource,
            Protect = above.Find(options => options.Protect is not null)?.Protect,
            RetainOnDelete = above.Find(options => options.RetainOnDelete is not null)?.RetainOnDelete,
            DeletedWith = above.Find(options => options.DeletedWith is not null)?.DeletedWith,
        };
    }

    // As the SDK hands the engine's values to a transform.
    private static object? Plain(PlanValue value) =>
        value switch
        {
            PlanBool flag => flag.Value,
            PlanNumber number => double.Parse(number.Text, CultureInfo.InvariantCulture),
            PlanString { Literal: { } text } => text,
            PlanList list => list.Items.Select(Plain).ToImmutableArray(),
            PlanMap map => map.Entries.ToImmutableDictionary(
                entry => entry.Key,
                entry => Plain(entry.Value),
                StringComparer.Ordinal
            ),
            _ => value, // not known: handed through
        };
}
