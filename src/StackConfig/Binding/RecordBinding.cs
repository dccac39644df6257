using StackConfig.Reading;

namespace StackConfig.Binding;

/// <summary>Binds maps to types by the names of their properties.</summary>
internal sealed class RecordBinding(ValueBinding values)
{
    /// <summary>Binds a map; null, with a problem for each key that is wrong, when any is.</summary>
    internal object? Record(RecordShape shape, MapNode map)
    {
        var record = Activator.CreateInstance(shape.Type);
        var sound = true;
        foreach (var property in shape.Properties)
        {
            sound &= Set(record, property, map);
        }

        foreach (var (key, node) in map.Entries)
        {
            if (shape.Has(key))
            {
                continue;
            }

            sound = false;
            _ =
                node is SecretNode
                    ? values.Encrypted(node.Place)
                    : values.Wrong(
                        node.Place,
                        $"unknown key.{DidYouMean.Sentence(key, shape.Properties.Select(property => property.Key))} Allowed: {shape.Keys}{SecretWords(map, key)}"
                    );
        }

        return sound ? values.Placed(record!, map.Place) : null;
    }

    private static string SecretWords(MapNode map, string key) =>
        map.Place.Key.Length == 0 ? $", or a secret string (pulumi config set --secret {KeyPath.Shown(key)})" : "";

    private bool Set(object? record, PropertyShape property, MapNode map)
    {
        var node = map.Entries.GetValueOrDefault(property.Key);
        if (node is null or NullNode)
        {
            return !property.IsRequired || Missing(node?.Place ?? PlaceOf(property, map), property);
        }

        var value = values.Value(property.Value, node);
        if (value is not null)
        {
            property.Property.SetValue(record, value);
        }

        return value is not null;
    }

    private static SourceLocation PlaceOf(PropertyShape property, MapNode map) =>
        map.Place with
        {
            Key = KeyPath.Entry(map.Place.Key, property.Key),
        };

    private bool Missing(SourceLocation place, PropertyShape property)
    {
        if (!values.HasError(place.Key))
        {
            values.Wrong(place, "is missing", property.Value);
        }

        return false;
    }
}
