using Engine.Tests.Protocol;

namespace Engine.Tests.Engine;

/// <summary>The resources that an engine knows, by the URNs that it forms.</summary>
internal sealed class ResourceTable(Scenario scenario)
{
    private const string StackType = "pulumi:pulumi:Stack";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Registered> _known = new(StringComparer.Ordinal);

    /// <summary>Adds a resource.</summary>
    public Registered Add(Registration resource, string id)
    {
        lock (_lock)
        {
            var urn = $"urn:pulumi:{scenario.Stack}::{Scenario.Project}::{QualifiedType(resource)}::{resource.Name}";
            var registered = new Registered(urn, id, resource, [.. resource.References.Where(one => !IsKnown(one))]);
            _known[urn] = registered;
            return registered;
        }
    }

    /// <summary>The resource with what it takes over from its parent.</summary>
    public Registration Inherit(Registration resource)
    {
        lock (_lock)
        {
            return resource.DeletedWith.Length == 0 && _known.TryGetValue(resource.Parent, out var parent)
                ? resource with
                {
                    DeletedWith = parent.Request.DeletedWith,
                }
                : resource;
        }
    }

    /// <summary>The transforms of a resource and of everything that it is below, in the engine's order.</summary>
    public IReadOnlyList<Callback> Transforms(Registration resource)
    {
        lock (_lock)
        {
            var transforms = resource.Transforms.ToList();
            for (var parent = resource.Parent; _known.TryGetValue(parent, out var above); parent = above.Request.Parent)
            {
                transforms.AddRange(above.Request.Transforms);
            }

            return transforms;
        }
    }

    private string QualifiedType(Registration resource) =>
        _known.TryGetValue(resource.Parent, out var parent) && parent.Request.Type != StackType
            ? $"{QualifiedType(parent.Request)}${resource.Type}"
            : resource.Type;

    // A reference to a provider has its identifier too, which is unknown in a preview.
    private bool IsKnown(Reference reference) =>
        _known.TryGetValue(reference.Urn, out var resource)
        && (reference.Id is null || reference.Id == (resource.Id.Length > 0 ? resource.Id : SpecialValue.Unknown));
}
