using StackConfig.Reading;

namespace StackConfig.Tests.Reading;

/// <summary>Settings as one text that tells apart what a binder can tell apart, without places.</summary>
internal static class NodeText
{
    public static string Format(SettingsDocument document) =>
        $"{document.Project}/{document.Stack} "
        + string.Join(", ", document.Entries.Select(entry => $"{entry.Key}={Format(entry.Value)}"))
        + " | "
        + string.Join(", ", document.ForeignKeys.Select(location => location.Key));

    public static string Format(SettingNode? node) =>
        node switch
        {
            ListNode list => $"[{string.Join(", ", list.Items.Select(Format))}]",
            MapNode map =>
                $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Format(entry.Value)}"))}}}",
            ScalarNode scalar => $"{scalar.Kind}({scalar.Text})",
            SecretNode => "secret",
            NullNode => "null",
            _ => "nothing",
        };
}
