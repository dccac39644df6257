namespace Infra.Settings.Reading;

/// <summary>Turns the scalars of a YAML file into settings, as the Pulumi CLI would hand them over.</summary>
internal sealed class ScalarReader(YamlFile file)
{
    private const string StringTag = "tag:yaml.org,2002:str";

    /// <summary>Reads a scalar; one that the CLI would change beyond recognition is a problem and no value.</summary>
    internal SettingNode Read(YamlScalar scalar, SettingPlace place)
    {
        if (scalar.Tag is { } tag && tag != StringTag)
        {
            return Tagged(scalar, place);
        }

        if (scalar.Quoted || scalar.Tag is not null)
        {
            return Text(scalar.Text, place);
        }

        var core = CoreScalar.Resolve(scalar.Text);
        return core.Kind switch
        {
            CoreKind.Null => new NullNode(place),
            CoreKind.Bool => new ScalarNode(place, ScalarKind.Bool, core.Text),
            CoreKind.Number => Number(scalar.Text, core.Text, place),
            CoreKind.Time => Refused(place, $"`{scalar.Text}` is a point in time to the Pulumi CLI; put it in quotes"),
            CoreKind.NotFinite => Refused(
                place,
                $"`{scalar.Text}` is no finite number, which the Pulumi CLI refuses; put it in quotes"
            ),
            _ => Text(core.Text, place),
        };
    }

    /// <summary>Whether a scalar is a text to the CLI; tells of no problem.</summary>
    internal static bool IsText(YamlScalar scalar) =>
        scalar.Tag is null
            ? scalar.Quoted || CoreScalar.Resolve(scalar.Text).Kind is CoreKind.Text
            : scalar.Tag == StringTag;

    /// <summary>Refuses a value for its tag.</summary>
    internal NullNode Tagged(YamlNode node, SettingPlace place) =>
        Refused(place, $"has the tag `{KeyPath.Shown(node.Tag ?? "")}`; accepted: a value without a tag");

    /// <summary>
    /// The CLI writes the file anew before it reads the settings (<c>LoadProjectStackBytes</c>), and go-yaml writes a text of several
    /// lines so that it loses an empty first line or cannot read a tab there.
    /// </summary>
    private SettingNode Text(string text, SettingPlace place) =>
        text.Contains('\n') && text[0] is '\n' or '\t' or '\u0085' or '\u2028' or '\u2029'
            ? Refused(
                place,
                "starts with an empty line or a tab, which the Pulumi CLI loses in a text of several lines"
            )
            : new ScalarNode(place, ScalarKind.Text, text);

    private ScalarNode Number(string text, string number, SettingPlace place)
    {
        if (number != text)
        {
            var message =
                $"`{KeyPath.Shown(text)}` is the number {number} to the Pulumi CLI; put it in quotes if it is a text";
            file.Warning(place.Key, place.Line, message);
        }

        return new ScalarNode(place, ScalarKind.Number, number);
    }

    private NullNode Refused(SettingPlace place, string message)
    {
        file.Error(place.Key, place.Line, message);
        return new NullNode(place);
    }
}
