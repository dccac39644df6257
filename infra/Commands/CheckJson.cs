using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Model.MaxText;
using Infra.Model.Memory;
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
            servings = check.Servings.Select(Serving).ToList(),
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

    private static object Serving(ServingSizing sizing) =>
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
            memory = sizing.Memory is { } memory ? Memory(memory) : null,
            startupBudgetSeconds = sizing.StartupBudget.TotalSeconds,
        };

    private static object Memory(MemoryEstimate memory) =>
        new
        {
            weightBytesPerChip = Math.Round(memory.WeightBytesPerChip),
            cacheBytesPerChip = Math.Round(memory.CacheBytesPerChip),
            bytesPerChip = Math.Round(memory.BytesPerChip),
            headroomBytesPerChip = Math.Round(memory.HeadroomPerChip),
            percent = Math.Round(memory.Percent, 1),
            slots = memory.Slots,
            batchPerDevice = memory.Placement.PerDeviceBatchSize,
            largestBatch = memory.MaxBatch,
            recommendedMaxBatch = memory.RecommendedMaxBatch,
        };
}
