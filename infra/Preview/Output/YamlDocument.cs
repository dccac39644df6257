using System.Text;
using Infra.Preview.Graph;

namespace Infra.Preview.Output;

/// <summary>Writes a map as a YAML document the way people write Kubernetes manifests.</summary>
/// <remarks>
/// Block style, two spaces, lists not indented below their key, keys in the order of <see cref="ManifestKeyOrder"/>.
/// </remarks>
public sealed class YamlDocument
{
    // Longer keys need the explicit form: parsers look no further than 1024 characters for the colon.
    private const int LongestKey = 512;

    private readonly StringBuilder _yaml = new();

    private YamlDocument() { }

    /// <summary>Writes a map; secret and unknown parts stand as <c>[secret]</c> and <c>[unknown: NAME]</c> in quoted texts.</summary>
    public static string Write(PlanMap map)
    {
        var document = new YamlDocument();
        document.WriteEntries(map, 0);
        return map.Entries.IsEmpty ? "{}\n" : document._yaml.ToString();
    }

    private void WriteEntries(PlanMap map, int indent, bool startsInLine = false)
    {
        foreach (var (key, value) in map.Entries.OrderBy(entry => entry.Key, ManifestKeyOrder.Comparer))
        {
            Indent(startsInLine ? 0 : indent);
            startsInLine = false;
            var name = YamlText.Scalar(key);
            _yaml.Append(name.Length > LongestKey ? $"? {name}\n{new string(' ', indent)}" : name).Append(':');
            WriteBelow(value, indent);
        }
    }

    private void WriteBelow(PlanValue value, int indent)
    {
        switch (value)
        {
            case PlanMap { Entries.IsEmpty: false } map:
                _yaml.Append('\n');
                WriteEntries(map, indent + 2);
                break;
            case PlanList { Items.IsEmpty: false } list:
                _yaml.Append('\n');
                WriteItems(list, indent);
                break;
            default:
                _yaml.Append(' ');
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
            _yaml.Append("- ");
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
        if (value is PlanText { Parts: [TextPart.Literal { Text: var block }] } && YamlText.IsBlock(block))
        {
            WriteBlock(block, indent);
            return;
        }

        _yaml
            .Append(
                value switch
                {
                    PlanBool flag => flag.Value ? "true" : "false",
                    PlanNumber number => YamlText.Number(number.Text),
                    PlanText text => YamlText.Scalar(PlanTextNotation.Show(text)),
                    PlanList => "[]",
                    _ => "{}",
                }
            )
            .Append('\n');
    }

    private void WriteBlock(string text, int indent)
    {
        _yaml.Append(text.EndsWith('\n') ? "|\n" : "|-\n");
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            Indent(line.Length == 0 ? 0 : indent);
            _yaml.Append(line).Append('\n');
        }
    }

    private void Indent(int spaces) => _yaml.Append(' ', spaces);
}
