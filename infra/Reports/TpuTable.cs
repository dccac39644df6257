using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>Writes the TPU slices of LeaderWorkerSets as a table.</summary>
internal static class TpuTable
{
    private static readonly string[] Header =
    [
        "    LeaderWorkerSet",
        "Replicas",
        "Slices",
        "Topology",
        "Hosts",
        "Chips",
    ];

    /// <summary>The table with its title; empty if no LeaderWorkerSet requests chips.</summary>
    public static string Write(TpuSummary summary, int? width = null)
    {
        var rows = summary
            .Servings.Select(serving =>
                new[]
                {
                    serving.Name,
                    Show(serving.Replicas),
                    Show(serving.TotalSlices),
                    serving.Topology ?? "unknown",
                    Show(serving.TotalHosts),
                    Show(serving.TotalChips),
                }
            )
            .Append(["total", "", Show(summary.TotalSlices), "", Show(summary.TotalHosts), Show(summary.TotalChips)])
            .Select(string[] (row) => ["    " + PrintableText.SingleLine(row[0]), .. row[1..]])
            .Prepend(Header)
            .ToList();
        return summary.Servings.IsEmpty ? "" : "TPU:\n" + TextTable.Write(rows, width);
    }

    /// <summary>The chips before and after: <c>TPU chips: 16 → 32, hosts: 4 → 8, slices: 2</c>; empty when there are none.</summary>
    public static string Change(TpuSummary before, TpuSummary after) =>
        before.Servings.IsEmpty && after.Servings.IsEmpty
            ? ""
            : $"TPU chips: {Change(before.TotalChips, after.TotalChips)}, hosts: {Change(before.TotalHosts, after.TotalHosts)}, slices: {Change(before.TotalSlices, after.TotalSlices)}";

    private static string Change(long? before, long? after) =>
        before == after ? $"{Show(before)}" : $"{Show(before)} → {Show(after)}";

    private static string Show(long? number) => number?.ToString() ?? "unknown";
}
