using Infra.Model.Memory;
using Infra.Model.Tpu;

namespace Infra.Tests.Model.Memory;

/// <summary>
/// Gigabytes of one chip that were computed by hand from the dimensions of the models. With T tensor, A autoregressive, N = T·A, S slots of 2048
/// tokens, w bytes a weight and c bytes a number of the cache:
/// <code>
/// weights = [L·E·Hq·D/(T·aq) + 2·L·E·Hkv·D/(T·aq) + L·Hq·D·E/N + 3·L·E·M/N]·w + 2·V·E·2/N + (2L+1)·E·2 + L·(Hq·D + 2·Hkv·D + 2·E + 2·M)·4
/// cache   = S·2048·2·L·Hkv·D·c/N + S·2048·2·L·2 + (S/A)·2048·4·L + S·V·4
/// prefill = n·2048·2·L·Hkv·D·c/T
/// </code>
/// where aq is 1 with the sharding of the 405B's configuration file since 2025-04-02 and A before.
/// Llama 3.1 405B: E 16384, Hq 128, Hkv 8, D 128, L 126, M 53248, V 128256. Llama 2 70B: E 8192, Hq 64, Hkv 8, D 128, L 80, M 28672, V 32000.
/// </summary>
public sealed class ChipMemoryTests
{
    // T 8, A 2, w 1, c 1, S 16 × batch. Weights and their scales: 27.481 + 0.534 + 0.079 GB now, 25.103 + 0.534 + 0.079 before; each slot 0.0351.
    [Theory]
    [InlineData(6, 31.46, 29.08)]
    [InlineData(8, 32.59, 30.21)]
    [InlineData(10, 33.71, 31.33)]
    public void The_memory_of_Llama_405B_on_4x4_follows_the_formula_with_both_shardings(
        double batch,
        double gigabytes,
        double olderGigabytes
    )
    {
        var estimate = new MemoryEstimate(Placements.Llama405B(batch));

        AssertGigabytes(gigabytes, estimate.Chip.Total);
        AssertGigabytes(olderGigabytes, estimate.OlderChip!.Total);
    }

    // T 8, A 1, w 1, c 1. Weights and scales: 8.556 + 0.134 + 0.027 GB; each slot 0.0419 + 0.0007 + 0.0007 + 0.0001; each prefill result 0.0419.
    // One slice: S 8 × batch, n 4. Two slices: S 16 × batch, since MaxText counts the devices of both, n S/3 + 1.
    [Theory]
    [InlineData(1, 1, 8, 9.06, 9.23)]
    [InlineData(1, 27, 216, 18.09, 18.26)]
    [InlineData(2, 1, 16, 9.41, 9.68)]
    [InlineData(2, 27, 432, 27.46, 33.54)]
    public void The_memory_of_Llama_70B_on_2x4_follows_the_formula_in_both_modes(
        int slices,
        double batch,
        double slots,
        double total,
        double peak
    )
    {
        var placement = Placements.Llama70B(batch, slices);
        var chip = ChipOf(placement);

        Assert.Equal(slots, placement.Slots);
        AssertGigabytes(total, chip.Total);
        AssertGigabytes(peak, chip.Peak);
    }

    // As above with c ½, S 512 and 560: MLPerf's batch of 64, and 70. Each slot 0.0210 + 0.0007 + 0.0007 + 0.0001; n 4.
    [Theory]
    [InlineData(64, 20.19, 20.28)]
    [InlineData(70, 21.27, 21.35)]
    public void A_cache_in_int4_needs_half_of_one_in_int8(double batch, double total, double peak)
    {
        var chip = new MemoryEstimate(Placements.Llama70B(batch) with { Cache = new(NumberFormat.FourBit) }).Chip;

        AssertGigabytes(total, chip.Total);
        AssertGigabytes(peak, chip.Peak);
    }

    // Of 216 slots: 216·2048·2·80·8·128·2/8 bytes of keys and values; scales of all heads together 216·2048·2·80·2, of each of 8 heads 8 times that.
    [Theory]
    [InlineData("bfloat16", false, 18.12, 0)]
    [InlineData("int8", false, 9.06, 0.142)]
    [InlineData("fp8", true, 9.06, 1.132)]
    public void A_quantized_cache_includes_scales(string format, bool scalesEachHead, double cache, double scales)
    {
        Assert.True(NumberFormat.TryParse(format, out var values));
        var chip = new MemoryEstimate(Placements.Llama70B(27) with { Cache = new(values, scalesEachHead) }).Chip;

        Assert.Equal(cache, chip.Cache / 1e9, 0.01);
        Assert.Equal(scales, chip.CacheScales / 1e9, 0.001);
    }

    // The projections of query, key and value are 80·8192·(64 + 2·8)·128 bytes; over 8 of 16 devices instead of all each holds 1/16 more.
    [Fact]
    public void The_configuration_file_of_Llama_70B_for_16_chips_replicates_projections()
    {
        double WeightsWith(string config) =>
            new MemoryEstimate(Placements.Create("llama2-70b", "4x4", 1, config, ("tensor", 8), ("autoregressive", 2)))
                .Chip
                .Weights;

        Assert.Equal(419_430_400, WeightsWith("llama2_70b_v5e-16.yml") - WeightsWith("base.yml"), 1);
    }

    [Theory]
    [InlineData("fsdp", 1, 4)]
    [InlineData("data", 4, 4)]
    [InlineData("autoregressive", 1, 1)]
    public void Tensors_that_an_axis_does_not_shard_are_replicated_on_its_devices(
        string axis,
        double weightCopies,
        double cacheCopies
    )
    {
        ChipMemory With(string sharded) => ChipOf(Placements.Create("llama3-8b", "2x2", 4, "base.yml", (sharded, 4)));

        Assert.Equal(weightCopies, With(axis).Weights / With("tensor").Weights, 0.01);
        Assert.Equal(cacheCopies, With(axis).Cache / With("tensor").Cache, 0.01);
    }

    [Fact]
    public void The_memory_of_a_chip_is_the_sum_of_its_devices()
    {
        var slice = TpuGeneration.Read(Golden.Read("Model/Tpu/v9x.yaml")).Slices[^1];
        var oneDevice = Placements.Create("llama3-8b", "2x4", 4, "base.yml", ("tensor", 8));
        var twoDevices = oneDevice with { Slice = slice, Mesh = Placements.Mesh(slice, ("tensor", 16)) };

        Assert.Equal((8, 16), (slice.Chips, slice.Devices));
        Assert.Equal(1, ChipOf(twoDevices).Weights / ChipOf(oneDevice).Weights, 0.01);
        Assert.Equal(4, ChipOf(twoDevices).Logits / ChipOf(oneDevice).Logits, 0.01);
    }

    private static ChipMemory ChipOf(ModelPlacement placement) => new MemoryEstimate(placement).Chip;

    private static void AssertGigabytes(double expected, double bytes) => Assert.Equal(expected, bytes / 1e9, 0.05);
}
