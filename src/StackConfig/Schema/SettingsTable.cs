using System.Collections.Immutable;
using System.Text;
using StackConfig.Binding;

namespace StackConfig.Schema;

/// <summary>The settings as tables of a Markdown page: one of the top level, one for each key that has keys of its own.</summary>
internal sealed class SettingsTable(SettingsModel model)
{
    private readonly ScalarBinding _scalars = new(model.ScalarTypes);
    private readonly StringBuilder _text = new();

    /// <summary>The tables.</summary>
    internal static string Create(ImmutableArray<SettingDescription> settings, SettingsModel model)
    {
        var table = new SettingsTable(model);
        table.Head();
        foreach (var setting in settings)
        {
            table.Row(setting, "");
        }

        foreach (var setting in settings.Where(setting => !setting.Within.IsEmpty))
        {
            table._text.Append($"\n### `{setting.Key}{table.Suffix(setting)}`\n\n");
            table.Head();
            table.Rows(setting.Within, "");
        }

        return table._text.ToString();
    }

    private void Head() => _text.Append("| key | what it is | default |\n| --- | --- | --- |\n");

    /// <summary>Keys with all that is within; what several keys have alike stands once, below a star.</summary>
    private void Rows(ImmutableArray<SettingDescription> settings, string path)
    {
        foreach (var setting in settings)
        {
            Row(setting, path);
            var alike = settings.Where(other => other.Value.Type == setting.Value.Type).ToList();
            if (!setting.Within.IsEmpty && ReferenceEquals(setting, alike[^1]))
            {
                var key = alike.Count > 1 ? "*" : setting.Key + Suffix(setting);
                Rows(setting.Within, $"{path}{key}.");
            }
        }
    }

    private void Row(SettingDescription setting, string path)
    {
        var meaning = new DocText(setting.Text.Meaning).With(setting.Remarks.Markdown, Choice(setting)).Markdown;
        _text.Append($"| `{path}{setting.Key}` | {Cell(meaning)} | {Cell(Default(setting, path))} |\n");
    }

    /// <summary>What the comment says of the default; else the default itself, which may differ between the keys that a star stands for.</summary>
    private string Default(SettingDescription setting, string path) =>
        setting.Text.Default.Length > 0 ? setting.Text.Default
        : setting.IsRequired ? "required"
        : _scalars.Binds(setting.Value.Type) && !path.Contains('*') && SchemaJson.Value(setting.Default) is { } value
            ? $"`{value}`"
        : "";

    private string Choice(SettingDescription setting)
    {
        var words = _scalars.Known(setting.Value.Type).Select(word => $"`{word}`").ToList();
        return words.TrueForAll(setting.Text.Meaning.Contains) ? "" : $"One of {string.Join(", ", words)}.";
    }

    private string Suffix(SettingDescription setting) =>
        !_scalars.Binds(setting.Value.Type) && setting.Value.Form == ValueForm.List ? "[]" : "";

    private static string Cell(string text) => text.Replace("|", @"\|", StringComparison.Ordinal);
}
