using System.Collections;
using System.Globalization;
using System.Text;
using Infra.Preview.Graph;
using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Reads the arguments of one resource as plan values, and notes the resources that they use.</summary>
internal sealed class ValueReader(Placeholders placeholders, Func<Resource, string?> urnOf)
{
    private readonly HashSet<Resource> _used = [];
    private readonly HashSet<Resource> _named = [];

    /// <summary>The resources that the values read so far use.</summary>
    public IReadOnlyCollection<Resource> Used => _used;

    /// <summary>The resources that are themselves among the values read so far.</summary>
    public IReadOnlyCollection<Resource> Named => _named;

    /// <summary>Reads a value; null when there is none.</summary>
    public PlanValue? Read(object? value) => Read(value, Provenance.None);

    /// <summary>Reads the arguments of a resource.</summary>
    public PlanMap ReadArguments(ResourceArgs args) => ReadMembers(args, Provenance.None) as PlanMap ?? PlanMap.Empty;

    private PlanValue? Read(object? value, Provenance from) =>
        value switch
        {
            null => null,
            string text => from.Show(placeholders.Read(WellFormed(text))),
            bool flag => from.Show(new PlanBool(flag)),
            int or long or double => from.Show(
                new PlanNumber(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture))
            ),
            _ when SdkTypes.Reader(value.GetType()) is { } read => ReadOutput(read(value), from),
            Resource resource => ReadResource(resource, from),
            ResourceArgs args => ReadMembers(args, from),
            IDictionary map => ReadMap(map, from),
            IEnumerable list => ReadList(SdkTypes.IsUnmade(list) ? Array.Empty<object>() : list, from),
            _ => Read(PlainValues.Of(value), from),
        };

    private PlanValue? ReadOutput(OutputState output, Provenance outer)
    {
        _used.UnionWith(output.Sources);
        var from = outer.Within(output.IsSecret, output.Sources);
        return output switch
        {
            { IsKnown: false } => from.Hidden(),
            { Value: null } => from.Show((PlanValue?)null),
            _ => Read(output.Value, from),
        };
    }

    private PlanValue? ReadResource(Resource resource, Provenance from)
    {
        _used.Add(resource);
        _named.Add(resource);
        return resource is CustomResource custom
            ? Read(custom.Id, from)
            : PlanText.Known(urnOf(resource) ?? resource.GetResourceName());
    }

    private PlanValue? ReadMembers(ResourceArgs args, Provenance from)
    {
        var read = new List<PlanEntry>();
        foreach (var member in SdkTypes.Inputs(args.GetType()))
        {
            if (Read(member.Get(args), from) is { } value)
            {
                read.Add(new(member.Name, value));
            }
        }

        return Map(read, from);
    }

    private PlanValue? ReadMap(IDictionary map, Provenance from)
    {
        var keys = new string[map.Count];
        map.Keys.CopyTo(keys, 0);
        Array.Sort(keys, StringComparer.Ordinal);
        var read = new List<PlanEntry>(keys.Length);
        foreach (var key in keys)
        {
            if (Read(map[key], from) is { } value)
            {
                read.Add(new(WellFormed(key), value));
            }
        }

        return Map(read, from);
    }

    private static PlanValue? Map(List<PlanEntry> read, Provenance from) =>
        read.Count == 0 ? from.Show(PlanMap.Empty) : PlanMap.Sort(read);

    private PlanValue? ReadList(IEnumerable items, Provenance from)
    {
        var read = new List<PlanValue>();
        foreach (var item in items)
        {
            if (Read(item, from) is { } value)
            {
                read.Add(value);
            }
        }

        return read.Count == 0 ? from.Show(new PlanList([])) : new PlanList([.. read]);
    }

    // Half a surrogate pair cannot be written as UTF-8: neither Pulumi nor Kubernetes would receive it.
    private static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
            : text;
}
