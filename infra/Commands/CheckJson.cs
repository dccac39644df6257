using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Model.MaxText;
using Infra.Model.Memory;
using Infra.Model.Prices;
using StackConfig.Reading;

namespace Infra.Commands;

/// <summary>Checks as JSON for other programs.</summary>
internal static class CheckJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>The checks as a document of one list, <c>stacks</c>.</summary>
    public static string Write(IEnumerable<StackCheck> checks) =>
        JsonSerializer.Serialize(new { stacks = checks.Select(Stack).ToList() }, Options) + "\n";

    private static object Stack(StackCheck check) =>
        new
        {
            stack = check.Stack,
            accepted = check.Succeeded,
            problems = check.Problems.Select(Diagnostic).ToList(),
            servings = check
                .Servings.Select(sizing => Serving(sizing, ChipCost.From(sizing.Serving, check.Region)))
                .ToList(),
            notes = check.Notes,
        };

    private static object Diagnostic(Diagnostic problem) =>
        new
        {
            severity = problem.Severity.ToString().ToLowerInvariant(),
            rule = problem.Rule,
            key = problem.Key,
            message = problem.Message,
            file = problem.File,
            line = problem.Line,
        };

    private static object Serving(ServingSizing sizing, ChipCost cost) =>
        new
        {
            name = sizing.Serving.Name,
            model = sizing.MaxText.ModelName,
            topology = sizing.Serving.Slice.Topology.Name,
            machineType = sizing.Serving.Slice.MachineType.Name,
            replicas = sizing.Serving.Replicas,
            slices = sizing.TotalSlices,
            nodePools = sizing.TotalSlices,
            hosts = sizing.TotalHosts,
            chips = sizing.TotalChips,
            usdPerHour = cost.Usd is { } usd ? Math.Round(usd, 2) : (double?)null,
            usdPerChipHour = cost.Price.Usd,
            priceSource = cost.Price.Source,
            memory = sizing.Memory is { } memory ? Memory(memory) : null,
            startupBudgetSeconds = sizing.StartupBudget.TotalSeconds,
        };

    private static object Memory(MemoryEstimate memory)
    {
        var chip = memory.Chip;
        return new
        {
            hbmBytesPerChip = memory.HbmBytes,
            weightBytesPerChip = Math.Round(chip.Weights),
            weightScaleBytesPerChip = Math.Round(chip.WeightScales),
            cacheBytesPerChip = Math.Round(chip.Cache),
            cacheScaleBytesPerChip = Math.Round(chip.CacheScales),
            segmentIdBytesPerChip = Math.Round(chip.SegmentIds),
            logitsBytesPerChip = Math.Round(chip.Logits),
            bytesPerChip = Math.Round(chip.Total),
            percent = Percent(memory, chip.Total),
            prefillResultBytesPerChip = Math.Round(chip.PrefillResults),
            peakBytesPerChip = Math.Round(chip.Peak),
            peakPercent = Percent(memory, chip.Peak),
            headroomBytesPerChip = Math.Round(memory.Headroom),
            olderSharding = memory.OlderChip is { } older ? OlderSharding(memory, older) : null,
            slots = memory.Placement.Slots,
            batchPerDevice = memory.Placement.PerDeviceBatchSize,
            largestBatch = memory.MaxBatch,
            recommendedMaxBatch = memory.RecommendedMaxBatch,
        };
    }

    private static object OlderSharding(MemoryEstimate memory, ChipMemory older) =>
        new
        {
            before = memory.Placement.Config.ChangedOn,
            bytesPerChip = Math.Round(older.Total),
            percent = Percent(memory, older.Total),
        };

    private static double Percent(MemoryEstimate memory, double bytes) => Math.Round(memory.GetPercent(bytes), 1);
}
