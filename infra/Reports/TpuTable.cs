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
    public static string Write(TpuSummary summary)
    {
        var rows = summary
            .Servings.Select(serving =>
                new[]
                {
                    serving.Name,
                    Show(serving.Replicas),
                    Show(serving.Slices),
                    serving.Topology ?? "unknown",
                    Show(serving.Hosts),
                    Show(serving.Chips),
                }
            )
            .Append(["total", "", Show(summary.Slices), "", Show(summary.Hosts), Show(summary.Chips)])
            .Select(string[] (row) => ["    " + PrintableText.SingleLine(row[0]), .. row[1..]])
            .Prepend(Header)
            .ToList();
        return summary.Servings.IsEmpty ? "" : "TPU:\n" + TextTable.Write(rows);
    }

    /// <summary>The chips before and after: <c>TPU chips: 16 → 32, hosts: 4 → 8, slices: 2</c>; empty when there are none.</summary>
    public static string Change(TpuSummary before, TpuSummary after) =>
        before.Servings.IsEmpty && after.Servings.IsEmpty
            ? ""
            : $"TPU chips: {Change(before.Chips, after.Chips)}, hosts: {Change(before.Hosts, after.Hosts)}, slices: {Change(before.Slices, after.Slices)}";

    private static string Change(long? before, long? after) =>
        before == after ? $"{Show(before)}" : $"{Show(before)} → {Show(after)}";

    private static string Show(long? number) => number?.ToString() ?? "unknown";
}
