using System.Globalization;
using Infra.Model.Prices;
using OfflinePreview.Diff;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>Writes what the TPU node pools of a stack cost an hour.</summary>
internal static class CostReport
{
    /// <summary>A line for each price, then the total of several, then what they leave out; empty without TPU node pools.</summary>
    public static string Write(StackGraph graph)
    {
        var costs = PoolCosts.Collect(graph);
        var total = costs.Aggregate((double?)0, (sum, cost) => sum + cost.Usd);
        IEnumerable<string> lines =
        [
            .. costs.Select(Line),
            .. costs.Count > 1 && total is { } usd ? [$"{Format(usd)} USD an hour in total"] : Array.Empty<string>(),
            ChipCost.Omissions,
        ];
        return costs.Count == 0 ? "" : string.Concat(lines.Select(line => $"    {PrintableText.SingleLine(line)}\n"));
    }

    /// <summary>The costs before, during and after an update; empty without TPU node pools.</summary>
    public static string Change(GraphDiff diff)
    {
        var peak = Compute(diff);
        return Sources(diff).Count == 0
            ? ""
            : $"Price of the TPU chips: {Amount(peak.Before)}"
                + (peak.Before == peak.After ? "" : $" → {Amount(peak.After)}")
                + (peak.ExceedsBothEnds ? $", up to {Amount(peak.Peak)} during the update" : "");
    }

    /// <summary>The costs before, during and after an update in USD; null where they are unknown.</summary>
    public static ChipPeak Compute(GraphDiff diff)
    {
        var (before, after) = (PoolCosts.GetComponents(diff.Before), PoolCosts.GetComponents(diff.After));
        return ChipPeak.Compute(
            diff.Steps,
            resource => PoolCosts.Get(resource, before) is { } cost ? cost.Usd : 0,
            resource => PoolCosts.Get(resource, after) is { } cost ? cost.Usd : 0
        );
    }

    /// <summary>Where the prices of both sides of a diff come from, and which are unknown.</summary>
    public static List<string> Sources(GraphDiff diff) =>
        [
            .. PoolCosts
                .Collect(diff.Before)
                .Concat(PoolCosts.Collect(diff.After))
                .Select(cost => cost.Price.Source)
                .Distinct(),
        ];

    /// <summary>An amount of money with two decimals.</summary>
    public static string Format(double usd) => usd.ToString("0.00", CultureInfo.InvariantCulture);

    // In USD: GitHub may read what is between two dollar signs as a formula.
    private static string Amount(double? usd) => usd is { } known ? $"{Format(known)} USD an hour" : "unknown";

    private static string Line(ChipCost cost)
    {
        var chips = cost.Chips is { } known ? $"{known} chips" : "an unknown number of chips";
        return cost.Usd is { } usd
            ? $"{Format(usd)} USD an hour for {chips} ({cost.Price.Source})"
            : $"{chips}: {cost.Price.Source}";
    }
}
