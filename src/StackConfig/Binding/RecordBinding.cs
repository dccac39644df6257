using System.Reflection;
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
            RefuseKey(shape, map, key, node);
        }

        return sound ? values.AddLocation(record!, map.Location) : null;
    }

    /// <summary>Reports an unknown key, and every secret in its value; only these at the top level, where the key may be that of a secret.</summary>
    private void RefuseKey(RecordShape shape, MapNode map, string key, SettingNode node)
    {
        var secrets = node.Secrets.ToList();
        secrets.ForEach(secret => values.Encrypted(secret.Location));
        var mayBeSecret = IsTop(map) && Suggestion(shape, key).Length == 0;
        if (node is not SecretNode && (secrets.Count == 0 || !mayBeSecret))
        {
            values.Wrong(node.Location, UnknownKey(shape, map, key, node));
        }
    }

    private static bool IsTop(MapNode map) => map.Location.Key.Length == 0;

    private static string UnknownKey(RecordShape shape, MapNode map, string key, SettingNode node)
    {
        var suggestion = Suggestion(shape, key);
        var encrypt = $"pulumi config set --secret {KeyPath.Shown(key)}";
        var mayBeSecret = IsTop(map);
        return mayBeSecret && node is ScalarNode && suggestion.Length == 0
            ? $"unknown key, or a secret in clear text. Encrypt a secret ({encrypt}). Allowed: {shape.Keys}"
            : $"unknown key.{suggestion} Allowed: {shape.Keys}{(mayBeSecret ? $", or a secret string ({encrypt})" : "")}";
    }

    private static string Suggestion(RecordShape shape, string key) =>
        shape.Type.GetCustomAttributes<MisnomerAttribute>().FirstOrDefault(one => one.Key == key) is { } misnomer
            ? $" Did you mean \"{misnomer.Replacement}\"?"
            : DidYouMean.Sentence(key, shape.Properties.Select(property => property.Key));

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
