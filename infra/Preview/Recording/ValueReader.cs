using System.Collections;
using System.Globalization;
using System.Text;
using Infra.Preview.Graph;
using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Reads the arguments of one resource as plan values, and notes the resources that they use.</summary>
internal sealed class ValueReader(SdkTypes types, Placeholders placeholders, Func<Resource, string?> urnOf)
{
    private readonly HashSet<Resource> _used = [];
    private readonly HashSet<Resource> _named = [];

    /// <summary>The resources that the values read so far use.</summary>
    public IReadOnlyCollection<Resource> Used => _used;

    /// <summary>The resources that are themselves among the values read so far.</summary>
    public IReadOnlyCollection<Resource> Named => _named;

    /// <summary>Reads a value; null when there is none.</summary>
    public Task<PlanValue?> ReadAsync(object? value) => ReadAsync(value, Provenance.None);

    /// <summary>Reads the arguments of a resource.</summary>
    public async Task<PlanMap> ReadArgumentsAsync(ResourceArgs args) =>
        await ReadMapAsync(MembersOf(args), Provenance.None) as PlanMap ?? PlanMap.Empty;

    private async Task<PlanValue?> ReadAsync(object? value, Provenance from)
    {
        if (value is not null && types.Reader(value.GetType()) is { } read)
        {
            return await ReadOutputAsync(await read(value), from);
        }

        return value switch
        {
            null => null,
            string text => from.Show(placeholders.Read(WellFormed(text))),
            bool flag => from.Show(new PlanBool(flag)),
            int or long or double => from.Show(
                new PlanNumber(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture))
            ),
            Resource resource => await ReadResourceAsync(resource, from),
            ResourceArgs args => await ReadMapAsync(MembersOf(args), from),
            IDictionary map => await ReadMapAsync(PlainValues.Entries(map), from),
            IEnumerable list => await ReadListAsync(PlainValues.Items(list), from),
            _ => await ReadAsync(PlainValues.Of(value), from),
        };
    }

    private async Task<PlanValue?> ReadOutputAsync(OutputState output, Provenance outer)
    {
        _used.UnionWith(output.Sources);
        var from = outer.Within(output.IsSecret, output.Sources);
        return output switch
        {
            { IsKnown: false } => from.Hidden(),
            { Value: null } => from.Show((PlanValue?)null),
            _ => await ReadAsync(output.Value, from),
        };
    }

    private async Task<PlanValue?> ReadResourceAsync(Resource resource, Provenance from)
    {
        _used.Add(resource);
        _named.Add(resource);
        return resource is CustomResource custom
            ? await ReadAsync(custom.Id, from)
            : PlanText.Known(urnOf(resource) ?? resource.GetResourceName());
    }

    private async Task<PlanValue?> ReadMapAsync(IEnumerable<KeyValuePair<string, object?>> entries, Provenance from)
    {
        var read = new Dictionary<string, PlanValue>(StringComparer.Ordinal);
        foreach (var (name, value) in entries)
        {
            if (await ReadAsync(value, from) is { } entry)
            {
                read.Add(WellFormed(name), entry);
            }
        }

        return read.Count == 0 ? from.Show(PlanMap.Empty) : PlanMap.Of(read);
    }

    private async Task<PlanValue?> ReadListAsync(IEnumerable<object?> items, Provenance from)
    {
        var read = new List<PlanValue>();
        foreach (var item in items)
        {
            if (await ReadAsync(item, from) is { } value)
            {
                read.Add(value);
            }
        }

        return read.Count == 0 ? from.Show(new PlanList([])) : new PlanList([.. read]);
    }

    private IEnumerable<KeyValuePair<string, object?>> MembersOf(ResourceArgs args) =>
        types.Inputs(args.GetType()).Select(member => KeyValuePair.Create(member.Name, member.Get(args)));

    // Half a surrogate pair cannot be written as UTF-8: neither Pulumi nor Kubernetes would receive it.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
