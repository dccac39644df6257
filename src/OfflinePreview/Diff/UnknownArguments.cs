using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>Finds the arguments that look equal but use an output that becomes unknown.</summary>
/// <remarks>What a new or replaced resource computes is unknown until it exists; what an updated one computed stays known.</remarks>
internal static class UnknownArguments
{
    /// <summary>The changes of <paramref name="resource" />'s arguments where they take outputs of resources that are new or replaced.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="newResource">The resource of a URN where that is new or replaced; else null.</param>
    public static IEnumerable<PropertyChange> FindChanges(
        ResourceState resource,
        Func<string, ResourceState?> newResource
    )
    {
        foreach (var property in resource.PropertyDependencies.Entries)
        {
            var names = resource
                .GetDependencies(property.Key)
                .Select(newResource)
                .OfType<ResourceState>()
                .Select(source => source.Name)
                .ToHashSet(StringComparer.Ordinal);
            if (names.Count > 0 && resource.Inputs[property.Key] is { } value)
            {
                foreach (var (path, text) in Texts(ForcedReplacement.Input(property.Key), value))
                {
                    if (text.Segments.OfType<StringSegment.Unknown>().Any(part => DependsOn(part, names)))
                    {
                        yield return new(path, text, text);
                    }
                }
            }
        }
    }

    // resource.property, or the names of all resources where the property is unknown.
    private static bool DependsOn(StringSegment.Unknown part, HashSet<string> names) =>
        names.Any(name => part.Output.StartsWith($"{name}.", StringComparison.Ordinal))
        || part.Output.Split(", ").Any(names.Contains);

    private static IEnumerable<(PropertyPath Path, PlanString Text)> Texts(PropertyPath path, PlanValue value) =>
        value switch
        {
            PlanString { Literal: null } text => [(path, text)],
            PlanMap map => map.Entries.SelectMany(entry => Texts(path.Append(entry.Key), entry.Value)),
            PlanList list => list.Items.SelectMany((item, position) => Texts(path.Append(position), item)),
            _ => [],
        };
}
