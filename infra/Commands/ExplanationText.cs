using System.Text;
using OfflinePreview.Output;
using StackConfig.Reading;
using StackConfig.Schema;

namespace Infra.Commands;

/// <summary>Writes the explanation of a setting as text.</summary>
internal static class ExplanationText
{
    private const int Width = 100;

    /// <summary>Writes an explanation.</summary>
    /// <param name="setting">The explanation.</param>
    /// <param name="values">The values of the setting in stack files.</param>
    public static string Write(SettingExplanation setting, IEnumerable<SettingNode> values)
    {
        var text = new StringBuilder();
        WriteLine(text, "KEY", setting.Key);
        WriteLine(text, "ALLOWED", setting.Allowed);
        WriteLine(text, "DEFAULT", setting.Default);
        text.Append(text.Length > 0 ? "\n" : "").Append(Wrap(setting.Description, indent: 0)).Append('\n');
        WriteKeys(text, setting);
        var found = values.Select(Describe).ToList();
        if (found.Count > 0)
        {
            text.Append("\nSET IN\n").AppendJoin("", found);
        }

        return text.ToString();
    }

    private static void WriteLine(StringBuilder text, string label, string value)
    {
        if (value.Length > 0)
        {
            text.Append($"{label, -9}{Wrap(value, indent: 9)}\n");
        }
    }

    private static void WriteKeys(StringBuilder text, SettingExplanation setting)
    {
        if (setting.Keys.IsEmpty)
        {
            return;
        }

        var indent = 4 + setting.Keys.Max(key => key.Name.Length);
        text.Append("\nKEYS\n");
        foreach (var key in setting.Keys)
        {
            var summary = key.IsRequired ? $"(required) {key.Summary}" : key.Summary;
            text.Append($"  {key.Name.PadRight(indent - 2)}{Wrap(summary, indent)}\n");
        }
    }

    private static string Describe(SettingNode node)
    {
        var location = node.Location;
        var value = node switch
        {
            ScalarNode scalar => $": {KeyPath.Shown(scalar.Text)}",
            SecretNode => ": [secret]",
            _ => "",
        };
        return $"  {location.File}:{location.Line}  {location.Key}{value}\n";
    }

    private static string Wrap(string text, int indent) => TextWrap.Fill(text, indent, indent, Width);
}
