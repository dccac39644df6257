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
                    ? values.Encrypted(node.Location)
                    : values.Wrong(
                        node.Location,
                        $"unknown key.{DidYouMean.Sentence(key, shape.Properties.Select(property => property.Key))} Allowed: {shape.Keys}{SecretWords(map, key)}"
                    );
        }

        return sound ? values.AddLocation(record!, map.Location) : null;
    }

    private static string SecretWords(MapNode map, string key) =>
        map.Location.Key.Length == 0 ? $", or a secret string (pulumi config set --secret {KeyPath.Shown(key)})" : "";

    private bool Set(object? record, PropertyShape property, MapNode map)
    {
        var node = map.Entries.GetValueOrDefault(property.Key);
        if (node is null or NullNode)
        {
            return !property.IsRequired || Missing(node?.Location ?? GetLocation(property, map), property);
        }

        var value = values.Value(property.Value, node);
        if (value is not null)
        {
            property.Property.SetValue(record, value);
        }

        return value is not null;
    }

    private static SourceLocation GetLocation(PropertyShape property, MapNode map) =>
        map.Location with
        {
            Key = KeyPath.Entry(map.Location.Key, property.Key),
        };

    private bool Missing(SourceLocation location, PropertyShape property)
    {
        if (!values.HasError(location.Key))
        {
            values.Wrong(location, "is missing", property.Value);
        }

        return false;
    }
}
