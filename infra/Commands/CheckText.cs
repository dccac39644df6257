using System.Text;
using Infra.Model.MaxText;
using OfflinePreview.Output;
using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>Checks as text for people.</summary>
internal static class CheckText
{
    private const string Indent = "    ";

    /// <summary>The problems of each stack, then the size of its servings, then the notes.</summary>
    /// <param name="checks">The checks.</param>
    /// <param name="width">The width of the lines; null for any.</param>
    public static string Write(IEnumerable<StackCheck> checks, int? width = null) =>
        TextWrap.Wrap(string.Join('\n', checks.Select(check => Write(check, width))), width);

    private static string Write(StackCheck check, int? width)
    {
        var text = new StringBuilder();
        text.Append($"Stack {check.Stack}: {(check.Succeeded ? "valid" : "invalid")}\n");
        text.Append(DiagnosticFormatter.Format(check.Problems));
        foreach (var sizing in check.Servings)
        {
            text.Append(
                    $"\n  {sizing.Serving.Name}: {sizing.MaxText.ModelName}{(sizing.Serving.Deployed ? "" : ", not deployed")}\n"
                )
                .Append(Indented(TextTable.Write(Rows(sizing), width - Indent.Length)));
        }

        if (check.Notes.Length > 0)
        {
            text.Append("\n  Notes:\n").Append(string.Concat(check.Notes.Select(note => $"  - {note}\n")));
        }

        return text.ToString();
    }

    private static string Indented(string lines) =>
        string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{Indent}{line}\n"));

    private static List<string[]> Rows(ServingSizing sizing)
    {
        var serving = sizing.Serving;
        List<string[]> rows =
        [
            [
                "slices",
                $"{sizing.TotalSlices}",
                $"{serving.Slice}; {serving.Slices} per replica, {serving.Replicas} {(serving.Replicas == 1 ? "replica" : "replicas")}",
            ],
            ["node pools", $"{sizing.TotalSlices}", "one per slice"],
            ["hosts", $"{sizing.TotalHosts}", ""],
            ["chips", $"{sizing.TotalChips}", ""],
            .. MemoryTable.Rows(sizing.Memory),
            ["startup budget", Duration(sizing.StartupBudget), "until startup counts as failed"],
        ];
        return rows;
    }

    private static string Duration(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(long)time.TotalHours} h {time.Minutes} min" : $"{time.Minutes} min {time.Seconds} s";
}
