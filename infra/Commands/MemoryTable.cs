using Infra.Model.Memory;

namespace Infra.Commands;

/// <summary>The memory of a chip as rows of a table, part by part.</summary>
internal static class MemoryTable
{
    /// <summary>The rows; one that says so where the memory is unknown.</summary>
    public static IEnumerable<string[]> Rows(MemoryEstimate? memory) =>
        memory is null
            ?
            [
                ["memory per chip", "unknown", "see the problems above"],
            ]
            : [.. Parts(memory.Chip), .. Sums(memory), Batch(memory)];

    private static IEnumerable<string[]> Parts(ChipMemory chip)
    {
        var placement = chip.Placement;
        return
        [
            Row(
                "weights per chip",
                chip.Weights,
                $"{placement.Weights.Body} in the layers, {placement.Weights.Embedding} in embedding and logits"
            ),
            Row("weight scales per chip", chip.WeightScales, ""),
            Row(
                "KV cache per chip",
                chip.Cache,
                $"{placement.Cache.Values}, {placement.Slots} slots of {placement.MaxTargetLength} tokens"
            ),
            Row("KV scales per chip", chip.CacheScales, ""),
            Row("segment ids per chip", chip.SegmentIds, ""),
            Row("logits per chip", chip.Logits, ""),
        ];
    }

    private static IEnumerable<string[]> Sums(MemoryEstimate memory)
    {
        var chip = memory.Chip;
        yield return Row(
            "memory per chip",
            chip.Total,
            $"{Percent(memory, chip.Total)} of {memory.HbmBytes / 1e9:0.00} GB"
        );
        if (memory.OlderChip is { } older)
        {
            yield return Row(
                "with older MaxText",
                older.Total,
                $"{Percent(memory, older.Total)}, with the sharding from before {memory.Placement.Config.ChangedOn}"
            );
        }

        yield return Row(
            "prefill results per chip",
            chip.PrefillResults,
            $"up to {chip.PrefillResultCount:0} that wait for a slot; {Percent(memory, chip.Peak)} with them"
        );
        yield return Row("headroom per chip", memory.Headroom, "for activations and programs");
    }

    private static string[] Batch(MemoryEstimate memory) =>
        [
            "per_device_batch_size",
            $"{memory.Placement.PerDeviceBatchSize}",
            $"largest that may fit: {memory.MaxBatch}; within {MemoryEstimate.RecommendedMaxPercent} %: {memory.RecommendedMaxBatch}",
        ];

    private static string[] Row(string name, double bytes, string remark) => [name, $"{bytes / 1e9:0.00} GB", remark];

    private static string Percent(MemoryEstimate memory, double bytes) => $"{memory.GetPercent(bytes):0.0} %";
}
