using OfflinePreview.Graph;

namespace OfflinePreview.Output;

/// <summary>Writes a map as a YAML document the way people write Kubernetes manifests.</summary>
/// <remarks>
/// Block style, two spaces, lists not indented below their key, keys in the order of <see cref="ManifestKeyOrder"/>. Secret and unknown
/// values are written as <c>[secret]</c> and <c>[unknown: NAME]</c> in quoted strings.
/// </remarks>
public sealed class YamlDocument
{
    // Longer keys need the explicit form: parsers look no further than 1024 characters for the colon.
    private const int MaxKeyLength = 512;

    private readonly TextWriter _yaml;

    private YamlDocument(TextWriter writer) => _yaml = writer;

    /// <summary>Writes a map.</summary>
    public static void Write(PlanMap map, TextWriter writer)
    {
        new YamlDocument(writer).WriteValue(map, 0);
        writer.Write('\n');
    }

    /// <summary>A map as <see cref="Write(PlanMap, TextWriter)"/> writes it.</summary>
    public static string Write(PlanMap map)
    {
        using var yaml = new StringWriter();
        Write(map, yaml);
        return yaml.ToString();
    }

    // Starts where the writer is; further lines are indented.
    private void WriteValue(PlanValue value, int indent)
    {
        switch (value)
        {
            case PlanMap { Entries.IsEmpty: false } map:
                WriteMap(map, indent);
                break;
            case PlanList { Items.IsEmpty: false } list:
                WriteList(list, indent);
                break;
            case PlanString { Literal: { } text } when YamlScalar.IsBlock(text):
                WriteBlock(text, indent);
                break;
            default:
                _yaml.Write(Scalar(value));
                break;
        }
    }

    private void WriteMap(PlanMap map, int indent)
    {
        var isFirst = true;
        foreach (var (key, value) in ManifestKeyOrder.Sort(map))
        {
            if (!isFirst)
            {
                StartLine(indent);
            }

            isFirst = false;
            WriteKey(YamlScalar.String(key), indent);
            var isList = value is PlanList { Items.IsEmpty: false };
            if (isList || value is PlanMap { Entries.IsEmpty: false })
            {
                StartLine(isList ? indent : indent + 2);
            }
            else
            {
                _yaml.Write(' ');
            }

            WriteValue(value, isList ? indent : indent + 2);
        }
    }

    private void WriteKey(string key, int indent)
    {
        if (key.Length > MaxKeyLength)
        {
            _yaml.Write("? ");
            _yaml.Write(key);
            StartLine(indent);
        }
        else
        {
            _yaml.Write(key);
        }

        _yaml.Write(':');
    }

    private void WriteList(PlanList list, int indent)
    {
        for (var index = 0; index < list.Items.Length; index++)
        {
            if (index > 0)
            {
                StartLine(indent);
            }

            _yaml.Write("- ");
            WriteValue(list.Items[index], indent + 2);
        }
    }

    private void WriteBlock(string text, int indent)
    {
        _yaml.Write(text.EndsWith('\n') ? "|" : "|-");
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            StartLine(line.Length == 0 ? 0 : indent);
            _yaml.Write(line);
        }
    }

    private static string Scalar(PlanValue value) =>
        value switch
        {
            PlanString text => YamlScalar.String(text.Display),
            PlanBool flag => flag.Value ? "true" : "false",
            PlanNumber number => YamlScalar.Number(number.Text),
            PlanList => "[]",
            _ => "{}",
        };

    private void StartLine(int indent)
    {
        _yaml.Write('\n');
        for (; indent > 0; indent -= 2)
        {
            _yaml.Write("  ");
        }
    }
}
