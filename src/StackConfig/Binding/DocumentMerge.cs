using System.Collections.Immutable;
using StackConfig.Reading;

namespace StackConfig.Binding;

/// <summary>Merges documents before they are bound: what the upper one says wins.</summary>
/// <remarks>
/// Maps are merged by key, lists of flags and of records with a name by name, where the lower list keeps its order; any other value is replaced
/// as a whole. <c>null</c> removes what the lower document says.
/// </remarks>
public sealed class DocumentMerge
{
    private readonly RecordShapes _shapes;
    private readonly ScalarBinding _scalars;

    internal DocumentMerge(RecordShapes shapes, ScalarBinding scalars) => (_shapes, _scalars) = (shapes, scalars);

    /// <summary>Lays settings over those of a preset.</summary>
    /// <param name="type">The type that both bind to.</param>
    /// <param name="upper">The settings.</param>
    /// <param name="lower">The preset's.</param>
    public MapNode AddPreset(Type type, MapNode upper, MapNode lower) =>
        Record(_shapes.Get(type), upper, lower, (_, above, below) => above ?? below);

    /// <summary>Lays settings over defaults. A section that may be missing takes its defaults only where the settings have it.</summary>
    /// <param name="type">The type that both bind to.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="defaults">The defaults.</param>
    public MapNode AddDefaults(Type type, MapNode settings, MapNode defaults) =>
        Record(
            _shapes.Get(type),
            settings,
            defaults,
            (value, above, below) => above is null or NullNode && !value.MayBeNull ? below : above
        );

    private MapNode Record(RecordShape shape, MapNode upper, MapNode lower, Choice choose)
    {
        // The lower document's keys that are none of the type's are kept, so that they are refused with their location.
        var entries = new OrderedDictionary<string, SettingNode>(upper.Entries, StringComparer.Ordinal);
        foreach (var (key, node) in lower.Entries.Where(entry => !shape.Has(entry.Key)))
        {
            entries.TryAdd(key, node);
        }

        foreach (var property in shape.Properties)
        {
            var (above, below) = (Entry(upper, property.Key), Entry(lower, property.Key));
            var node =
                above is null or NullNode || below is null
                    ? below is null
                        ? above
                        : choose(property.Value, above, below)
                    : Value(property.Value, above, below, choose);
            if (node is not null)
            {
                entries[property.Key] = node;
            }
        }

        return upper with
        {
            Entries = entries,
        };
    }

    private SettingNode Value(ValueShape shape, SettingNode upper, SettingNode lower, Choice choose) =>
        (upper, lower, shape.Form) switch
        {
            (MapNode above, MapNode below, ValueForm.Map) => Map(above, below),
            (MapNode above, MapNode below, ValueForm.Record) => Record(_shapes.Get(shape.Type), above, below, choose),
            (ListNode above, ListNode below, ValueForm.Flags) => ByName(above, below, FlagListBinding.FindName),
            (ListNode above, ListNode below, ValueForm.List) when HasNames(shape) => ByName(above, below, FindName),
            _ => upper,
        };

    private static MapNode Map(MapNode upper, MapNode lower)
    {
        var entries = new OrderedDictionary<string, SettingNode>(lower.Entries, StringComparer.Ordinal);
        foreach (var (key, node) in upper.Entries)
        {
            entries[key] = node;
        }

        return upper with
        {
            Entries = entries,
        };
    }

    private static ListNode ByName(ListNode upper, ListNode lower, Func<SettingNode, string?> nameOf)
    {
        var unused = upper.Items.ToList();
        var merged = lower.Items.Select(item =>
        {
            var replacement = unused.Find(one => nameOf(one) is { } name && name == nameOf(item));
            return replacement is not null && unused.Remove(replacement) ? replacement : item;
        });
        return upper with { Items = [.. merged.ToImmutableArray(), .. unused] };
    }

    private bool HasNames(ValueShape list) =>
        list.Argument(0) is { Form: ValueForm.Record } item
        && !_scalars.Binds(item.Type)
        && _shapes.Get(item.Type).Has("name");

    private static string? FindName(SettingNode record) =>
        (record as MapNode is { } map ? Entry(map, "name") as ScalarNode : null)?.Text;

    private static SettingNode? Entry(MapNode map, string key) => map.Entries.GetValueOrDefault(key);

    private delegate SettingNode? Choice(ValueShape value, SettingNode? upper, SettingNode lower);
}
