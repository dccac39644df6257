using System.Text.Json;
using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Reports;

/// <summary>Writes the TPU chips of a diff and their price as JSON; null for a number that is unknown.</summary>
internal static class DiffJsonTotals
{
    /// <summary>Writes <c>tpu</c> and <c>usdPerHour</c> into an object.</summary>
    public static void Write(Utf8JsonWriter json, GraphDiff diff)
    {
        json.WriteStartObject("tpu");
        WriteTpu(json, "before", diff.Before);
        WriteTpu(json, "after", diff.After);
        json.WriteEndObject();
        WriteCost(json, diff);
    }

    private static void WriteTpu(Utf8JsonWriter json, string name, StackGraph graph)
    {
        var summary = TpuSummary.FromGraph(graph);
        json.WriteStartObject(name);
        WriteNumber(json, "slices", summary.TotalSlices);
        WriteNumber(json, "hosts", summary.TotalHosts);
        WriteNumber(json, "chips", summary.TotalChips);
        json.WriteEndObject();
    }

    /// <summary>The price of the chips of TPU node pools; null where the stack has none, as in an existing cluster.</summary>
    private static void WriteCost(Utf8JsonWriter json, GraphDiff diff)
    {
        var sources = CostReport.Sources(diff);
        if (sources.Count == 0)
        {
            json.WriteNull("usdPerHour");
            return;
        }

        var cost = CostReport.Compute(diff);
        json.WriteStartObject("usdPerHour");
        WriteNumber(json, "before", Rounded(cost.Before));
        WriteNumber(json, "peak", Rounded(cost.Peak));
        WriteNumber(json, "after", Rounded(cost.After));
        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStringValue(source);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static decimal? Rounded(double? usd) => usd is { } known ? Math.Round((decimal)known, 2) : null;

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
