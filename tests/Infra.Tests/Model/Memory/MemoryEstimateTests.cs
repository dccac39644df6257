using CsCheck;
using Infra.Model.Memory;
using Infra.Model.Tpu;

namespace Infra.Tests.Model.Memory;

public sealed class MemoryEstimateTests
{
    // Of 33.55 GB; the prefill results of four prompts are 0.26 GB more.
    [Theory]
    [InlineData(6, 93.8, 94.6, 86.7)]
    [InlineData(8, 97.1, 97.9, 90.0)]
    [InlineData(10, 100.5, 101.3, 93.4)]
    public void Llama_405B_uses_the_expected_percentages_of_memory(
        double batch,
        double total,
        double peak,
        double older
    )
    {
        var estimate = new MemoryEstimate(Placements.Llama405B(batch));

        Assert.Equal(total, Math.Round(estimate.GetPercent(estimate.Chip.Total), 1));
        Assert.Equal(peak, Math.Round(estimate.GetPercent(estimate.Chip.Peak), 1));
        Assert.Equal(older, Math.Round(estimate.GetPercent(estimate.OlderChip!.Total), 1));
    }

    [Theory]
    [InlineData(6, true, true)]
    [InlineData(7, true, false)]
    [InlineData(10, true, false)]
    [InlineData(13, true, false)]
    [InlineData(14, false, false)]
    public void Headroom_is_checked_with_the_newer_sharding_and_refusal_with_the_older_one(
        double batch,
        bool fits,
        bool hasHeadroom
    )
    {
        var estimate = new MemoryEstimate(Placements.Llama405B(batch));

        Assert.Equal((fits, hasHeadroom), (estimate.Fits, estimate.HasHeadroom));
        Assert.Equal((13, 6), (estimate.MaxBatch, estimate.RecommendedMaxBatch));
    }

    [Theory]
    [InlineData(2, 27, false)]
    [InlineData(2, 25, true)]
    [InlineData(1, 27, true)]
    public void Queued_prefill_results_count_toward_the_headroom(int slices, double batch, bool hasHeadroom)
    {
        var estimate = new MemoryEstimate(Placements.Llama70B(batch, slices));

        Assert.True(estimate.Fits);
        Assert.Equal(hasHeadroom, estimate.HasHeadroom);
    }

    [Fact]
    public void The_largest_batch_is_0_if_the_weights_do_not_fit()
    {
        var estimate = new MemoryEstimate(
            Placements.Llama405B(1) with
            {
                Weights = WeightFormat.From("", checkpointIsQuantized: false, NumberFormat.BFloat16),
            }
        );

        Assert.Equal(0, estimate.MaxBatch);
        Assert.True(estimate.Headroom < 0);
        Assert.False(estimate.Fits);
    }

    [Fact]
    public void The_largest_batch_is_a_fraction_if_no_whole_batch_fits()
    {
        var estimate = new MemoryEstimate(Placements.Llama405B(0.5) with { MaxTargetLength = 30_000 });

        Assert.InRange(estimate.MaxBatch, 0.5, 0.95);
        Assert.Equal(0, estimate.MaxBatch * 16 % 1);
        Assert.True(estimate.Fits);
    }

    [Fact]
    public void A_larger_batch_never_needs_less_memory() =>
        Random
            .Select(Gen.Double[0.01, 64], Gen.Double[0, 64])
            .Sample(
                (placement, batch, more) => With(placement, batch + more).Chip.Peak >= With(placement, batch).Chip.Peak
            );

    [Fact]
    public void The_largest_batch_fits_and_the_next_does_not() =>
        Random.Sample(placement =>
        {
            var estimate = new MemoryEstimate(placement);
            return IsLargest(estimate.MaxBatch, batch => With(placement, batch).Fits, placement)
                && IsLargest(estimate.RecommendedMaxBatch, batch => With(placement, batch).HasHeadroom, placement);
        });

    [Fact]
    public void The_parts_add_up_to_the_total() =>
        Random.Sample(placement =>
        {
            var estimate = new MemoryEstimate(placement);
            var chip = estimate.Chip;
            var parts =
                chip.Weights + chip.WeightScales + chip.Cache + chip.CacheScales + chip.SegmentIds + chip.Logits;
            Assert.Equal(chip.Total, parts, chip.Total * 1e-12);
            Assert.Equal(chip.Peak, parts + chip.PrefillResults, chip.Peak * 1e-12);
            Assert.Equal(33_550_237_696, chip.Peak + estimate.Headroom, chip.Peak * 1e-12);
        });

    private static Gen<ModelPlacement> Random { get; } =
        Gen.Select(
                Gen.OneOf(KnownModels.All.Values.ToArray()),
                Gen.OneOf(TpuSlice.All.ToArray()),
                Gen.OneOf(KnownModels.Configs.Values.ToArray()),
                Gen.OneOf("tensor", "fsdp", "autoregressive", "data"),
                Gen.Int[1, 2],
                Gen.Int[1, 131_072],
                Gen.OneOf(NumberFormat.All.ToArray())
            )
            .Select(
                Gen.OneOf(NumberFormat.All.ToArray()),
                Gen.Double[0.01, 64],
                (shape, cache, batch) =>
                    new ModelPlacement
                    {
                        Architecture = shape.Item1,
                        Slice = shape.Item2,
                        Mesh = Placements.Mesh(shape.Item2, (shape.Item4, shape.Item2.Devices)),
                        Config = shape.Item3,
                        Slices = shape.Item5,
                        PerDeviceBatchSize = batch,
                        MaxTargetLength = shape.Item6,
                        Weights = new(shape.Item7, NumberFormat.BFloat16),
                        Cache = new(cache),
                    }
            );

    private static bool IsLargest(double batch, Func<double, bool> fits, ModelPlacement placement)
    {
        var next = batch < 1 ? batch + (1.5 / placement.Devices) : batch + 1;
        return (batch == 0 || fits(batch)) && !fits(next);
    }

    private static MemoryEstimate With(ModelPlacement placement, double batch) =>
        new(placement with { PerDeviceBatchSize = batch });
}
