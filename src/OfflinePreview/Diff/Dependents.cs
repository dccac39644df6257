using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Finds the resources that must be deleted before a resource of the former graph.</summary>
/// <remarks>Source: <c>calculateDependentReplacements</c> and <c>findResourcesReplacedWith</c> in the Pulumi engine's step_generator.go.</remarks>
internal sealed class Dependents
{
    private static readonly PlanString Computed = PlanString.Unknown("output");

    private readonly ILookup<string, Dependent> _users;
    private readonly ILookup<string, ResourceState> _replacedWith;

    /// <param name="before">The former graph.</param>
    public Dependents(StackGraph before)
    {
        var managed = before.Resources.Where(IsManaged).ToList();
        _users = managed.SelectMany(Edges).ToLookup(edge => edge.Needed, StringComparer.Ordinal);
        _replacedWith = before
            .Resources.SelectMany(
                resource => ResourceOption.Urns(resource, ResourceOption.ReplaceWith),
                (resource, urn) => (urn, resource)
            )
            .ToLookup(pair => pair.urn, pair => pair.resource, StringComparer.Ordinal);
    }

    /// <summary>The resources that are replaced because the one at <paramref name="urn" /> goes first, and why: the argument, or the provider.</summary>
    public IEnumerable<DependentReplacement> GetDependents(string urn) =>
        _users[urn].Where(user => user.Property is null || WouldReplace(user)).Select(user => user.Replacement);

    /// <summary>The resources that the program asks to be replaced together with the one at <paramref name="urn" />.</summary>
    public IEnumerable<DependentReplacement> GetReplacedWith(string urn) =>
        _replacedWith[urn].Select(resource => new DependentReplacement(resource, ForcedReplacement.ReplaceWith));

    private static bool IsManaged(ResourceState resource) =>
        resource.Kind is ResourceKind.Custom or ResourceKind.RemoteChild && !ResourceOption.IsRead(resource);

    private static IEnumerable<Dependent> Edges(ResourceState resource)
    {
        if (resource.Provider is { } provider)
        {
            yield return new(provider, resource, null);
        }

        foreach (var property in resource.PropertyDependencies.Entries)
        {
            foreach (var urn in resource.GetDependencies(property.Key))
            {
                yield return new(urn, resource, property.Key);
            }
        }
    }

    // The engine diffs the dependent with the whole argument unknown.
    private static bool WouldReplace(Dependent user)
    {
        var change = new PropertyChange(new([new(user.Property)]), user.Resource.Inputs[user.Property!], Computed);
        return StepFactory.GetEffect(change, user.Resource, user.Resource) == ChangeEffect.Replaces;
    }

    private sealed record Dependent(string Needed, ResourceState Resource, string? Property)
    {
        public DependentReplacement Replacement =>
            new(Resource, Property is null ? ForcedReplacement.Provider : ForcedReplacement.Input(Property));
    }
}

/// <summary>A resource that is replaced because of another.</summary>
/// <param name="Resource">The resource as it was.</param>
/// <param name="Reason">The path in its document that says why.</param>
internal sealed record DependentReplacement(ResourceState Resource, PropertyPath Reason);
