using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>Writes a map as a YAML document the way people write Kubernetes manifests.</summary>
/// <remarks>
/// Block style, two spaces, lists not indented below their key, keys in the order of <see cref="ManifestKeyOrder"/>.
/// </remarks>
public sealed class YamlDocument
{
    // Longer keys need the explicit form: parsers look no further than 1024 characters for the colon.
    private const int LongestKey = 512;

    private const string Spaces = "                                ";

    private readonly TextWriter _yaml;

    private YamlDocument(TextWriter writer) => _yaml = writer;

    /// <summary>Writes a map; secret and unknown parts stand as <c>[secret]</c> and <c>[unknown: NAME]</c> in quoted texts.</summary>
    public static void Write(PlanMap map, TextWriter writer)
    {
        if (map.Entries.IsEmpty)
        {
            writer.Write("{}\n");
        }

        new YamlDocument(writer).WriteEntries(map, 0);
    }

    /// <summary>A map as <see cref="Write(PlanMap, TextWriter)"/> writes it.</summary>
    public static string Write(PlanMap map)
    {
        using var yaml = new StringWriter();
        Write(map, yaml);
        return yaml.ToString();
    }

    private void WriteEntries(PlanMap map, int indent, bool startsInLine = false)
    {
        foreach (var (key, value) in ManifestKeyOrder.Of(map))
        {
            Indent(startsInLine ? 0 : indent);
            startsInLine = false;
            WriteKey(key, indent);
            WriteBelow(value, indent);
        }
    }

    private void WriteKey(string key, int indent)
    {
        var name = YamlText.Scalar(key);
        if (name.Length > LongestKey)
        {
            _yaml.Write("? ");
            _yaml.Write(name);
            _yaml.Write('\n');
            Indent(indent);
        }
        else
        {
            _yaml.Write(name);
        }

        _yaml.Write(':');
    }

    private void WriteBelow(PlanValue value, int indent)
    {
        switch (value)
        {
            case PlanMap { Entries.IsEmpty: false } map:
                _yaml.Write('\n');
                WriteEntries(map, indent + 2);
                break;
            case PlanList { Items.IsEmpty: false } list:
                _yaml.Write('\n');
                WriteItems(list, indent);
                break;
            default:
                _yaml.Write(' ');
                WriteScalar(value, indent + 2);
                break;
        }
    }

    private void WriteItems(PlanList list, int indent, bool startsInLine = false)
    {
        foreach (var item in list.Items)
        {
            Indent(startsInLine ? 0 : indent);
            startsInLine = false;
            _yaml.Write("- ");
            switch (item)
            {
                case PlanMap { Entries.IsEmpty: false } map:
                    WriteEntries(map, indent + 2, startsInLine: true);
                    break;
                case PlanList { Items.IsEmpty: false } inner:
                    WriteItems(inner, indent + 2, startsInLine: true);
                    break;
                default:
                    WriteScalar(item, indent + 2);
                    break;
            }
        }
    }

    private void WriteScalar(PlanValue value, int indent)
    {
        switch (value)
        {
            case PlanText { Literal: { } block } when YamlText.IsBlock(block):
                WriteBlock(block, indent);
                return;
            case PlanText text:
                YamlText.Write(PlanTextNotation.Show(text), _yaml);
                break;
            case PlanBool flag:
                _yaml.Write(flag.Value ? "true" : "false");
                break;
            case PlanNumber number:
                _yaml.Write(YamlText.Number(number.Text));
                break;
            default:
                _yaml.Write(value is PlanList ? "[]" : "{}");
                break;
        }

        _yaml.Write('\n');
    }

    private void WriteBlock(string text, int indent)
    {
        _yaml.Write(text.EndsWith('\n') ? "|\n" : "|-\n");
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            Indent(line.Length == 0 ? 0 : indent);
            _yaml.Write(line);
            _yaml.Write('\n');
        }
    }

    private void Indent(int spaces)
    {
        for (; spaces > Spaces.Length; spaces -= Spaces.Length)
        {
            _yaml.Write(Spaces);
        }

        _yaml.Write(Spaces.AsSpan(0, spaces));
    }
}
