using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>The former URNs of a resource, from its own aliases and those of the components that contain it.</summary>
/// <remarks>Source: pulumi-dotnet, <c>AllAliases</c> and <c>InheritedChildAlias</c>.</remarks>
internal sealed class AliasUrns(StackGraph before, StackGraph after)
{
    private readonly Dictionary<string, ResourceState> _resources = after.Resources.ToDictionary(
        resource => resource.Urn,
        StringComparer.Ordinal
    );

    /// <summary>The former URNs, the most likely first; the present one is not among them.</summary>
    public IEnumerable<string> GetFormerUrns(ResourceState resource) =>
        GetFormerUrns(resource, 0).Distinct(StringComparer.Ordinal).Where(urn => urn != resource.Urn);

    private IEnumerable<string> GetFormerUrns(ResourceState resource, int depth)
    {
        if (depth > after.Resources.Length || ResourceUrn.Parse(resource.Urn) is not { } self)
        {
            return [];
        }

        var parents = GetParents(resource, depth).ToList();
        var own = (resource.Options["aliases"] as PlanList)?.Items ?? [];
        return
        [
            .. own.SelectMany(alias => Resolve(alias, resource, self, parents)),
            .. parents.Select(parent => ChildUrn(parent, resource.Type, InheritedName(resource, parent))),
        ];
    }

    // The parent as it is, then as it may have been.
    private IEnumerable<ResourceUrn> GetParents(ResourceState resource, int depth) =>
        resource.Parent is not null && _resources.TryGetValue(resource.Parent, out var parent)
            ? GetFormerUrns(parent, depth + 1).Prepend(parent.Urn).Select(ResourceUrn.Parse).OfType<ResourceUrn>()
            : [];

    // A child that is named after its component was named after it before, too.
    private string InheritedName(ResourceState resource, ResourceUrn parent)
    {
        var name = _resources[resource.Parent!].Name;
        return name.Length > 0 && resource.Name.StartsWith(name, StringComparison.Ordinal)
            ? parent.Name + resource.Name[name.Length..]
            : resource.Name;
    }

    private IEnumerable<string> Resolve(
        PlanValue alias,
        ResourceState resource,
        ResourceUrn self,
        List<ResourceUrn> parents
    )
    {
        if ((Text(alias) ?? Text((alias as PlanMap)?["urn"])) is { } urn)
        {
            return [urn];
        }

        if (alias is not PlanMap map)
        {
            return [];
        }

        var (name, type) = (Text(map["name"]), Text(map["type"]) ?? resource.Type);
        return from parent in FormerParents(map, self, parents)
            let moved = parent with
            {
                Stack = Text(map["stack"]) ?? parent.Stack,
                Project = Text(map["project"]) ?? parent.Project,
            }
            select ChildUrn(moved, type, name ?? resource.Name);
    }

    private IEnumerable<ResourceUrn> FormerParents(PlanMap alias, ResourceUrn self, List<ResourceUrn> parents)
    {
        var root = self with { TypeChain = "pulumi:pulumi:Stack", Name = $"{self.Project}-{self.Stack}" };
        return alias["noParent"] is PlanBool { Value: true } ? [root]
            : Text(alias["parentUrn"]) is { } urn ? [.. new[] { ResourceUrn.Parse(urn) }.OfType<ResourceUrn>()]
            : Text(alias["parent"]) is { } name
                ? before
                    .Resources.Concat(after.Resources)
                    .Where(resource => resource.Name == name)
                    .Select(resource => ResourceUrn.Parse(resource.Urn))
                    .OfType<ResourceUrn>()
            : parents.Count > 0 ? parents
            : [root];
    }

    private static string ChildUrn(ResourceUrn parent, string type, string name) => parent.Child(type, name).ToString();

    private static string? Text(PlanValue? value) =>
        value is PlanString { Segments: [StringSegment.Literal literal] } ? literal.Text : null;
}
