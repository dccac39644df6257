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
    private readonly Dictionary<string, ResourceState> _states;
    private readonly Dictionary<string, ResourceState> _resolved = new(StringComparer.Ordinal);

    private KnownOutputResolver(ResourceState[] states) =>
        _states = states
            .DistinctBy(state => state.Urn, StringComparer.Ordinal)
            .ToDictionary(state => state.Urn, StringComparer.Ordinal);

    /// <summary>The same resources, with those values in their arguments.</summary>
    public static ResourceState[] Resolve(ResourceState[] states)
    {
        var outputs = new KnownOutputResolver(states);
        return Array.ConvertAll(states, outputs.Resolve);
    }

    private ResourceState Resolve(ResourceState state)
    {
        if (state.PropertyDependencies.Entries.IsEmpty)
        {
            return state;
        }

        if (_resolved.TryGetValue(state.Urn, out var done))
        {
            return done;
        }

        _resolved[state.Urn] = state; // ends a circle
        var inputs = state.Inputs.Entries.Select(entry => new PlanEntry(
            entry.Key,
            state.PropertyDependencies[entry.Key] is null
                ? entry.Value
                : Resolve(entry.Value, GetOwners(state, entry.Key))
        ));
        return _resolved[state.Urn] = state with { Inputs = PlanMap.FromEntries([.. inputs]) };
    }

    // A name that several of them share is ambiguous.
    private List<ResourceState> GetOwners(ResourceState state, string property) =>
        [
            .. state
                .GetDependencies(property)
                .Where(_states.ContainsKey)
                .Select(urn => _states[urn])
                .GroupBy(owner => owner.Name, StringComparer.Ordinal)
                .Where(owners => owners.Count() == 1)
                .Select(owners => owners.Single()),
        ];

    private PlanValue Resolve(PlanValue value, List<ResourceState> owners) =>
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

    private ImmutableArray<StringSegment>? ResolveSegment(StringSegment.Unknown output, List<ResourceState> owners) =>
        owners.Find(owner => output.Output.StartsWith($"{owner.Name}.", StringComparison.Ordinal)) is { } owner
            ? (FindKnown(owner, output.Output[(owner.Name.Length + 1)..]) as PlanString)?.Segments
            : null;

    private PlanValue? FindKnown(ResourceState owner, string output)
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
