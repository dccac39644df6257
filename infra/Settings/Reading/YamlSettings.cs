using System.Collections.Immutable;

namespace Infra.Settings.Reading;

/// <summary>Turns the nodes of a YAML file into settings, as the Pulumi CLI would hand them over.</summary>
internal sealed class YamlSettings(YamlFile file)
{
    private const int MostNodes = 100_000;
    private const string StringTag = "tag:yaml.org,2002:str";

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
            YamlScalar scalar => Scalar(scalar, place),
            YamlList { Tag: null } list => new ListNode(place, Items(list, place)),
            YamlMap { Tag: null } map => Map(map, place),
            _ => Tagged(node, place),
        };
    }

    private ImmutableArray<SettingNode> Items(YamlList list, SettingPlace place) =>
        [
            .. list.Items.Select(
                (item, index) => Node(item, place with { Key = KeyPath.Item(place.Key, index), Line = item.Line })
            ),
        ];

    private SettingNode Map(YamlMap map, SettingPlace place)
    {
        var entries = YamlEntries.Of(map, place.Key, file);
        if (
            entries is [{ Key: "secure", Value: YamlScalar secure }]
            && Scalar(secure, place) is ScalarNode { Kind: ScalarKind.Text } text
        )
        {
            _secret ??= place;
            return new SecretNode(place, text.Text);
        }

        var nodes = entries.Select(entry => KeyValuePair.Create(entry.Key, Entry(entry, place)));
        return new MapNode(place, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, nodes));
    }

    private SettingNode Entry(YamlEntry entry, SettingPlace map) =>
        Node(entry.Value, map with { Key = KeyPath.Entry(map.Key, entry.Key), Line = entry.Line });

    private SettingNode Scalar(YamlScalar scalar, SettingPlace place)
    {
        if (scalar.Tag is { } tag && tag != StringTag)
        {
            return Tagged(scalar, place);
        }

        if (scalar.Quoted || scalar.Tag is not null)
        {
            return Text(scalar, place);
        }

        var core = CoreScalar.Resolve(scalar.Text);
        return core.Kind switch
        {
            CoreKind.Null => new NullNode(place),
            CoreKind.Bool => new ScalarNode(place, ScalarKind.Bool, core.Text),
            CoreKind.Number => Number(scalar, core.Text, place),
            CoreKind.Time => Refused(place, $"`{scalar.Text}` is a point in time to the Pulumi CLI; put it in quotes"),
            CoreKind.NotFinite => Refused(
                place,
                $"`{scalar.Text}` is no finite number, which the Pulumi CLI refuses; put it in quotes if it is a text"
            ),
            _ => new ScalarNode(place, ScalarKind.Text, core.Text),
        };
    }

    /// <summary>
    /// The CLI writes the file anew before it reads the settings (<c>LoadProjectStackBytes</c>), and go-yaml writes a text of several
    /// lines so that it loses an empty first line or cannot read a tab there.
    /// </summary>
    private SettingNode Text(YamlScalar scalar, SettingPlace place) =>
        scalar.Text.Contains('\n') && scalar.Text[0] is '\n' or '\t' or '\u0085' or '\u2028' or '\u2029'
            ? Refused(
                place,
                "starts with an empty line or a tab, which the Pulumi CLI loses in a text of several lines"
            )
            : new ScalarNode(place, ScalarKind.Text, scalar.Text);

    private ScalarNode Number(YamlScalar scalar, string number, SettingPlace place)
    {
        if (number != scalar.Text)
        {
            var written = KeyPath.Shown(scalar.Text);
            file.Warning(
                place.Key,
                place.Line,
                $"`{written}` is the number {number} to the Pulumi CLI; put it in quotes if it is a text"
            );
        }

        return new ScalarNode(place, ScalarKind.Number, number);
    }

    private NullNode Tagged(YamlNode node, SettingPlace place) =>
        Refused(place, $"has the tag `{KeyPath.Shown(node.Tag ?? "")}`; accepted: a value without a tag");

    private NullNode TooMany(SettingPlace place)
    {
        if (_nodes == MostNodes + 1)
        {
            file.Error(
                place.Key,
                place.Line,
                $"the settings hold more than {MostNodes} values, aliases counted as often as they are used"
            );
        }

        return new NullNode(place);
    }

    private NullNode Refused(SettingPlace place, string message)
    {
        file.Error(place.Key, place.Line, message);
        return new NullNode(place);
    }
}
