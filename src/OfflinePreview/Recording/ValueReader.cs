using System.Collections;
using System.Globalization;
using System.Text;
using OfflinePreview.Graph;
using Pulumi;

namespace OfflinePreview.Recording;

/// <summary>Reads the arguments of one resource as plan values, and records the resources that they depend on.</summary>
/// <param name="unknownValues">Markers for unknown and secret values.</param>
/// <param name="getUrn">The URN of a resource.</param>
/// <param name="dependenciesOnly">Whether only dependencies are recorded, and outputs of resources are not read.</param>
internal sealed class ValueReader(
    UnknownValues unknownValues,
    Func<Resource, string?> getUrn,
    bool dependenciesOnly = false
)
{
    private readonly HashSet<Resource> _dependencies = [];
    private readonly HashSet<Resource> _argumentDependencies = [];
    private readonly Dictionary<string, Resource[]> _dependenciesByArgument = new(StringComparer.Ordinal);
    private readonly HashSet<Resource> _references = [];

    /// <summary>The resources that the values read so far depend on.</summary>
    public IReadOnlyCollection<Resource> Dependencies => _dependencies;

    /// <summary>The resources that each argument depends on, by the argument's name; arguments without dependencies are omitted.</summary>
    public IReadOnlyDictionary<string, Resource[]> DependenciesByArgument => _dependenciesByArgument;

    /// <summary>The resources that are themselves among the values read so far.</summary>
    public IReadOnlyCollection<Resource> References => _references;

    /// <summary>Reads a value; null if there is none.</summary>
    public PlanValue? Read(object? value) => Read(value, Provenance.None);

    /// <summary>Reads the arguments of a resource.</summary>
    public PlanMap ReadArguments(ResourceArgs args)
    {
        var arguments = new List<PlanEntry>();
        foreach (var member in SdkTypes.Inputs(args.GetType()))
        {
            if (Read(member.Get(args)) is { } value)
            {
                arguments.Add(new(member.Name, value));
            }

            if (_argumentDependencies.Count > 0)
            {
                _dependenciesByArgument.Add(member.Name, [.. _argumentDependencies]);
                _dependencies.UnionWith(_argumentDependencies);
                _argumentDependencies.Clear();
            }
        }

        return PlanMap.FromEntries([.. arguments]);
    }

    private PlanValue? Read(object? value, Provenance from) =>
        value switch
        {
            null => null,
            string text => from.ToPlan(unknownValues.Parse(WellFormed(text))),
            bool flag => from.ToPlan(new PlanBool(flag)),
            int or long or double => from.ToPlan(
                new PlanNumber(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture))
            ),
            PlanValue read => read,
            _ when SdkTypes.Reader(value.GetType()) is { } read => ReadOutput(read(value), from),
            Resource resource => ReadResource(resource, from),
            ResourceArgs args => ReadMembers(args, from),
            IDictionary map => ReadMap(map, from),
            IEnumerable list => ReadList(SdkTypes.IsDefaultArray(list) ? Array.Empty<object>() : list, from),
            _ => Read(SdkValues.Unwrap(value), from),
        };

    private PlanValue? ReadOutput(OutputState output, Provenance outer)
    {
        // Most have none, and to go through an immutable set costs something even then.
        if (!output.Sources.IsEmpty)
        {
            _argumentDependencies.UnionWith(output.Sources);
        }

        var from = outer.Combine(output.IsSecret, output.Sources);
        return output switch
        {
            { IsKnown: false } => from.ToHidden(),
            { Value: null } => from.ToPlan((PlanValue?)null),
            _ => Read(output.Value, from),
        };
    }

    private PlanValue? ReadResource(Resource resource, Provenance from)
    {
        _argumentDependencies.Add(resource);
        _references.Add(resource);
        return resource is CustomResource custom && !dependenciesOnly
            ? Read(custom.Id, from)
            : PlanString.Known(getUrn(resource) ?? resource.GetResourceName());
    }

    private PlanValue? ReadMembers(ResourceArgs args, Provenance from)
    {
        var entries = new List<PlanEntry>();
        foreach (var member in SdkTypes.Inputs(args.GetType()))
        {
            if (Read(member.Get(args), from) is { } value)
            {
                entries.Add(new(member.Name, value));
            }
        }

        return Map(entries, from);
    }

    private PlanValue? ReadMap(IDictionary map, Provenance from)
    {
        var entries = new List<PlanEntry>();
        foreach (DictionaryEntry entry in map)
        {
            if (Read(entry.Value, from) is { } value)
            {
                entries.Add(new(WellFormed((string)entry.Key), value));
            }
        }

        return Map(entries, from);
    }

    private static PlanValue? Map(List<PlanEntry> entries, Provenance from) =>
        entries.Count == 0 ? from.ToPlan(PlanMap.Empty) : PlanMap.FromEntries([.. entries]);

    private PlanValue? ReadList(IEnumerable items, Provenance from)
    {
        var list = new PlanList([.. items.Cast<object?>().Select(item => Read(item, from)).OfType<PlanValue>()]);
        return list.Items.IsEmpty ? from.ToPlan(list) : list;
    }

    // Half a surrogate pair cannot be written as UTF-8: neither Pulumi nor Kubernetes would receive it.
    private static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
            : text;
}
