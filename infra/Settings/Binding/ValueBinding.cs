using System.Collections.Immutable;
using Infra.Settings.Reading;

namespace Infra.Settings.Binding;

/// <summary>Binds values and gathers what is wrong with them.</summary>
/// <param name="scalarTypes">How texts become values of further types.</param>
/// <param name="problems">Receives the problems.</param>
internal sealed class ValueBinding(IReadOnlyDictionary<Type, ScalarType> scalarTypes, ICollection<Problem> problems)
{
    private readonly AcceptedWords _words = new(scalarTypes);
    private readonly ScalarBinding _scalars = new(scalarTypes);

    /// <summary>Binds a map to a type; null, with a problem, when anything in it is wrong.</summary>
    internal object? Record(RecordShape shape, MapNode map)
    {
        var record = Activator.CreateInstance(shape.Type);
        var sound = true;
        foreach (var property in shape.Properties)
        {
            sound &= Set(record, property, map);
        }

        foreach (var (key, node) in map.Entries.Where(entry => !shape.Has(entry.Key)))
        {
            sound = Unknown(shape, map, key, node);
        }

        return sound ? record : null;
    }

    /// <summary>Binds a value that is no <see cref="NullNode"/>; null, with a problem, when it is wrong.</summary>
    internal object? Value(ValueShape shape, SettingNode node)
    {
        if (node is SecretNode)
        {
            return Wrong(
                node,
                "must not be encrypted: `secure:` may stand only as a whole top-level text, which others refer to by its name",
                shape
            );
        }

        if (_scalars.Binds(shape.Type))
        {
            return node is ScalarNode scalar
                ? _scalars.Value(shape, scalar.Text)
                    ?? Wrong(node, $"`{KeyPath.Shown(scalar.Text)}` is not allowed", shape)
                : Wrong(node, $"is {AcceptedWords.Kind(node)}", shape);
        }

        return (shape, node) switch
        {
            ({ Type: var type }, ListNode list) when type == typeof(FlagList) => new FlagListBinding(this).Flags(list),
            (_, ListNode list) when IsList(shape) => List(shape, list),
            (_, MapNode map) when IsMap(shape) => Map(shape, map),
            (_, MapNode map) when !IsList(shape) && shape.Type != typeof(FlagList) => Record(
                RecordShape.Of(shape.Type),
                map
            ),
            _ => Wrong(node, $"is {AcceptedWords.Kind(node)}", shape),
        };
    }

    /// <summary>Notes a problem with a value; always null.</summary>
    internal object? Wrong(SettingNode node, string message, ValueShape shape) =>
        Wrong(node.Place, $"{message}; accepted: {_words.Of(shape)}");

    /// <summary>Notes a problem; always null.</summary>
    internal object? Wrong(SettingPlace place, string message)
    {
        problems.Add(new Problem(Severity.Error, place.Key, message, place.File, place.Line));
        return null;
    }

    internal static bool IsList(ValueShape shape) => shape.Is(typeof(IReadOnlyList<>), typeof(ImmutableArray<>));

    internal static bool IsMap(ValueShape shape) =>
        shape.Is(typeof(IReadOnlyDictionary<,>), typeof(ImmutableSortedDictionary<,>))
        && shape.Type.GenericTypeArguments[0] == typeof(string);

    private bool Set(object? record, PropertyShape property, MapNode map)
    {
        var place = map.Place with { Key = KeyPath.Entry(map.Place.Key, property.Key) };
        var node = map.Entries.GetValueOrDefault(property.Key) ?? new NullNode(place);
        if (node is NullNode)
        {
            return !property.IsRequired || Missing(node.Place, property);
        }

        var value = Value(property.Value, node);
        if (value is not null)
        {
            property.Property.SetValue(record, value);
        }

        return value is not null;
    }

    private bool Missing(SettingPlace place, PropertyShape property)
    {
        var isKnown = problems.Any(problem => problem.Severity == Severity.Error && problem.Key == place.Key);
        return !isKnown && Wrong(place, $"is missing; accepted: {_words.Of(property.Value)}") is not null;
    }

    private bool Unknown(RecordShape shape, MapNode map, string key, SettingNode node)
    {
        var secret =
            map.Place.Key.Length == 0 ? $"; or a secret text: pulumi config set --secret {KeyPath.Shown(key)}" : "";
        return Wrong(node.Place, $"is no known key; accepted: {shape.Keys}{secret}") is not null;
    }

    private object? List(ValueShape shape, ListNode list)
    {
        if (!shape.Rules.AllowsLength(list.Items.Length))
        {
            return Wrong(list, $"has {list.Items.Length} items", shape);
        }

        var item = shape.Argument(0);
        var items = list
            .Items.Select(node => node is NullNode ? Wrong(node, "has no value", item) : Value(item, node))
            .ToList();
        return items.Contains(null) ? null : Collections.List(item.Type, items);
    }

    private object? Map(ValueShape shape, MapNode map)
    {
        var value = shape.Argument(1);
        var sound = true;
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, node) in map.Entries)
        {
            var removed = node is NullNode && value.MayBeNull;
            values[key] =
                removed ? null
                : node is NullNode ? Wrong(node, "has no value", value)
                : Value(value, node);
            sound &= removed || values[key] is not null;
        }

        return sound ? Collections.Map(shape.Type.GenericTypeArguments[1], values) : null;
    }
}
