using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Infra.Preview.Graph;
using Pulumi;

namespace Infra.Preview.Recording;

/// <summary>Reads the arguments of one resource as plan values, and notes the resources that they use.</summary>
/// <param name="placeholders">What stands for values that are not known.</param>
/// <param name="urnOf">The URN of a resource.</param>
/// <param name="mayWait">Whether to wait for what is not there yet.</param>
/// <param name="onlyNotes">Whether resources are only noted, and nothing that they put out is read.</param>
internal sealed class ValueReader(
    Placeholders placeholders,
    Func<Resource, string?> urnOf,
    bool mayWait,
    bool onlyNotes = false
)
{
    private readonly HashSet<Resource> _used = [];
    private readonly HashSet<Resource> _usedByArgument = [];
    private readonly Dictionary<string, Resource[]> _usedBy = new(StringComparer.Ordinal);
    private readonly HashSet<Resource> _named = [];

    // What was read of the maps and lists that are under way, the innermost last: each is then taken in its final length.
    private readonly List<PlanEntry> _entries = [];
    private readonly List<PlanValue> _items = [];

    /// <summary>Whether all values were there so far; what was read of others means nothing.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The resources that the values read so far use.</summary>
    public IReadOnlyCollection<Resource> Used => _used;

    /// <summary>The resources that each argument uses, by the argument's name; arguments that use none are left out.</summary>
    public IReadOnlyDictionary<string, Resource[]> UsedBy => _usedBy;

    /// <summary>The resources that are themselves among the values read so far.</summary>
    public IReadOnlyCollection<Resource> Named => _named;

    /// <summary>Reads a value; null when there is none.</summary>
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

            if (_usedByArgument.Count > 0)
            {
                _usedBy.Add(member.Name, [.. _usedByArgument]);
                _used.UnionWith(_usedByArgument);
                _usedByArgument.Clear();
            }
        }

        return PlanMap.Sort([.. arguments]);
    }

    private PlanValue? Read(object? value, Provenance from) =>
        value switch
        {
            null => null,
            string text => from.Show(placeholders.Read(WellFormed(text))),
            bool flag => from.Show(new PlanBool(flag)),
            int or long or double => from.Show(
                new PlanNumber(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture))
            ),
            PlanValue read => read,
            _ when SdkTypes.Reader(value.GetType()) is { } read => ReadOutput(read(value, mayWait), from),
            Resource resource => ReadResource(resource, from),
            ResourceArgs args => ReadMembers(args, from),
            IDictionary map => ReadMap(map, from),
            IEnumerable list => ReadList(SdkTypes.IsUnmade(list) ? Array.Empty<object>() : list, from),
            _ => Read(PlainValues.Of(value), from),
        };

    private PlanValue? ReadOutput(OutputState? state, Provenance outer)
    {
        if (state is not { } output)
        {
            IsWhole = false;
            return null;
        }

        // Most have none, and to go through an immutable set costs something even then.
        if (!output.Sources.IsEmpty)
        {
            _usedByArgument.UnionWith(output.Sources);
        }

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
        _usedByArgument.Add(resource);
        _named.Add(resource);
        return resource is CustomResource custom && !onlyNotes
            ? Read(custom.Id, from)
            : PlanText.Known(urnOf(resource) ?? resource.GetResourceName());
    }

    private PlanValue? ReadMembers(ResourceArgs args, Provenance from)
    {
        var start = _entries.Count;
        foreach (var member in SdkTypes.Inputs(args.GetType()))
        {
            if (Read(member.Get(args), from) is { } value)
            {
                _entries.Add(new(member.Name, value));
            }
        }

        return Map(start, from);
    }

    private PlanValue? ReadMap(IDictionary map, Provenance from)
    {
        var keys = new string[map.Count];
        map.Keys.CopyTo(keys, 0);
        Array.Sort(keys, string.CompareOrdinal);
        var start = _entries.Count;
        foreach (var key in keys)
        {
            if (Read(map[key], from) is { } value)
            {
                _entries.Add(new(WellFormed(key), value));
            }
        }

        return Map(start, from);
    }

    private PlanValue? Map(int start, Provenance from) =>
        _entries.Count == start ? from.Show(PlanMap.Empty) : PlanMap.Sort(TakeFrom(_entries, start));

    private PlanValue? ReadList(IEnumerable items, Provenance from)
    {
        var start = _items.Count;
        foreach (var item in items)
        {
            if (Read(item, from) is { } value)
            {
                _items.Add(value);
            }
        }

        return _items.Count == start
            ? from.Show(new PlanList([]))
            : new PlanList(ImmutableCollectionsMarshal.AsImmutableArray(TakeFrom(_items, start)));
    }

    private static T[] TakeFrom<T>(List<T> read, int start)
    {
        var taken = CollectionsMarshal.AsSpan(read)[start..].ToArray();
        read.RemoveRange(start, taken.Length);
        return taken;
    }

    // Half a surrogate pair cannot be written as UTF-8: neither Pulumi nor Kubernetes would receive it.
    private static string WellFormed(string text)
    {
        foreach (var character in text)
        {
            if (char.IsSurrogate(character))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }
}
