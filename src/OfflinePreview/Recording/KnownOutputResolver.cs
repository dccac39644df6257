using System.Collections.Immutable;
using System.Globalization;
using OfflinePreview.Graph;

namespace OfflinePreview.Recording;

/// <summary>Resolves the outputs that a preview knows: those that echo an argument or are derived from arguments.</summary>
/// <remarks>
/// A provider's plan contains the arguments that the program set, but not what the cloud computes. Source:
/// <c>Create</c> in pulumi-terraform-bridge and in pulumi-kubernetes, called for a preview.
/// </remarks>
internal sealed class KnownOutputResolver
{
    private readonly Dictionary<string, ResourceNode> _nodes;
    private readonly Dictionary<string, ResourceNode> _resolved = new(StringComparer.Ordinal);

    private KnownOutputResolver(ResourceNode[] nodes) =>
        _nodes = nodes
            .DistinctBy(node => node.Urn, StringComparer.Ordinal)
            .ToDictionary(node => node.Urn, StringComparer.Ordinal);

    /// <summary>The same nodes, with those values in their arguments.</summary>
    public static ResourceNode[] Resolve(ResourceNode[] nodes)
    {
        var outputs = new KnownOutputResolver(nodes);
        return Array.ConvertAll(nodes, outputs.Resolve);
    }

    private ResourceNode Resolve(ResourceNode node)
    {
        if (node.PropertyDependencies.Entries.IsEmpty)
        {
            return node;
        }

        if (_resolved.TryGetValue(node.Urn, out var done))
        {
            return done;
        }

        _resolved[node.Urn] = node; // ends a circle
        var inputs = node.Inputs.Entries.Select(entry => new PlanEntry(
            entry.Key,
            node.PropertyDependencies[entry.Key] is null
                ? entry.Value
                : Resolve(entry.Value, GetOwners(node, entry.Key))
        ));
        return _resolved[node.Urn] = node with { Inputs = PlanMap.FromEntries([.. inputs]) };
    }

    // A name that several of them share is ambiguous.
    private List<ResourceNode> GetOwners(ResourceNode node, string property) =>
        [
            .. node.GetDependencies(property)
                .Where(_nodes.ContainsKey)
                .Select(urn => _nodes[urn])
                .GroupBy(owner => owner.Name, StringComparer.Ordinal)
                .Where(owners => owners.Count() == 1)
                .Select(owners => owners.Single()),
        ];

    private PlanValue Resolve(PlanValue value, List<ResourceNode> owners) =>
        value switch
        {
            PlanString { Literal: null } text => PlanString.FromSegments(
                text.Segments.SelectMany(part =>
                    part is StringSegment.Unknown output ? ResolveSegment(output, owners) ?? [part] : [part]
                )
            ),
            PlanList list => new PlanList([.. list.Items.Select(item => Resolve(item, owners))]),
            PlanMap map => PlanMap.FromEntries([
                .. map.Entries.Select(entry => new PlanEntry(entry.Key, Resolve(entry.Value, owners))),
            ]),
            _ => value,
        };

    private ImmutableArray<StringSegment>? ResolveSegment(StringSegment.Unknown output, List<ResourceNode> owners) =>
        owners.Find(owner => output.Output.StartsWith($"{owner.Name}.", StringComparison.Ordinal)) is { } owner
            ? (FindKnown(owner, output.Output[(owner.Name.Length + 1)..]) as PlanString)?.Segments
            : null;

    private PlanValue? FindKnown(ResourceNode owner, string output)
    {
        if (owner.Kind != ResourceKind.Custom || output is "id" or "urn")
        {
            return null;
        }

        var inputs = Resolve(owner).Inputs;
        return ProviderComputedOutputs.Find(owner.Type, output) is { } derived
            ? derived.Compute(inputs)
            : At(inputs, output);
    }

    // The value at the path of a marker: spec.ports[0].name.
    private static PlanValue? At(PlanValue? value, string path)
    {
        foreach (
            var step in path.Replace("[", ".", StringComparison.Ordinal)
                .Replace("]", "", StringComparison.Ordinal)
                .Split('.')
        )
        {
            value = value switch
            {
                PlanMap map => map[step],
                PlanList list
                    when int.TryParse(step, CultureInfo.InvariantCulture, out var position)
                        && position < list.Items.Length => list.Items[position],
                _ => null,
            };
        }

        return value;
    }
}
