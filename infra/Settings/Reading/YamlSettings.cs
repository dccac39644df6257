using System.Collections.Immutable;

namespace Infra.Settings.Reading;

/// <summary>Turns the nodes of a YAML file into settings, as the Pulumi CLI would hand them over.</summary>
internal sealed class YamlSettings(YamlFile file)
{
    private const int MostNodes = 100_000;

    private readonly ScalarReader _scalars = new(file);
    private int _nodes;
    private SettingPlace? _secret;

    /// <summary>
    /// A top-level value. A <c>secure:</c> anywhere in it makes all of it a secret, as it does for the CLI
    /// (<c>object.Secure</c> in sdk/go/common/resource/config/object.go); the secret's place is that of the <c>secure:</c>.
    /// </summary>
    internal SettingNode TopLevel(string key, YamlNode value, int line)
    {
        _secret = null;
        var place = new SettingPlace(key, file.Name, line);
        var node = Node(value, place);
        if (node is SecretNode secret)
        {
            return secret;
        }

        return _secret is { } inside ? new SecretNode(inside, Ciphertext: null)
            : node is ScalarNode scalar ? ConfigText.Read(scalar.Text, place)
            : node;
    }

    private SettingNode Node(YamlNode node, SettingPlace place)
    {
        if (++_nodes > MostNodes)
        {
            return TooMany(place);
        }

        return node switch
        {
            YamlScalar scalar => _scalars.Read(scalar, place),
            YamlList { Tag: null } list => new ListNode(place, Items(list, place)),
            YamlMap { Tag: null } map => Map(map, place),
            _ => _scalars.Tagged(node, place),
        };
    }

    private ImmutableArray<SettingNode> Items(YamlList list, SettingPlace place)
    {
        var items = ImmutableArray.CreateBuilder<SettingNode>(list.Items.Length);
        foreach (var item in list.Items)
        {
            items.Add(Node(item, place with { Key = KeyPath.Item(place.Key, items.Count), Line = item.Line }));
        }

        return items.MoveToImmutable();
    }

    private SettingNode Map(YamlMap map, SettingPlace place)
    {
        var entries = YamlEntries.Of(map, place.Key, file);
        if (entries is [{ Key: "secure", Value: YamlScalar secure }] && ScalarReader.IsText(secure))
        {
            _secret ??= place;
            return new SecretNode(place, secure.Text);
        }

        var nodes = new Dictionary<string, SettingNode>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            nodes.Add(entry.Key, Entry(entry, place));
        }

        return new MapNode(place, OrdinalMap.Of(nodes));
    }

    private SettingNode Entry(YamlEntry entry, SettingPlace map) =>
        Node(entry.Value, map with { Key = KeyPath.Entry(map.Key, entry.Key), Line = entry.Line });

    private NullNode TooMany(SettingPlace place)
    {
        if (_nodes == MostNodes + 1)
        {
            var message = $"the settings hold more than {MostNodes} values, aliases counted as often as they are used";
            file.Error(place.Key, place.Line, message);
        }

        return new NullNode(place);
    }
}
