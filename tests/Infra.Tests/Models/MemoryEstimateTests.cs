using CsCheck;
using Infra.Model.Memory;
using Infra.Model.Tpu;

namespace Infra.Tests.Models;

public sealed class MemoryEstimateTests
{
    [Theory]
    [InlineData(6, 96, 410.1, 50.7, 460.8, 28.8, 90.0)]
    [InlineData(8, 128, 410.1, 67.6, 477.7, 29.9, 93.3)]
    [InlineData(10, 160, 410.1, 84.6, 494.6, 30.9, 96.6)]
    [InlineData(12, 192, 410.1, 101.5, 511.5, 32.0, 99.9)]
    public void Llama_405B_on_one_4x4_takes_what_was_worked_out_by_hand(
        double batch,
        double slots,
        double weights,
        double cache,
        double total,
        double perChip,
        double percent
    )
    {
        var estimate = Estimate("llama3.1-405b", "4x4", batch);

        AssertGigabytes((slots, weights, cache, total, perChip), estimate);
        Assert.Equal(percent, Math.Round(estimate.Percent, 1));
    }

    [Theory]
    [InlineData(1, 1, 8, 69.5, 2.7, 72.2, 9.0, 28)]
    [InlineData(2, 1, 16, 69.5, 5.4, 74.9, 9.4, 29)]
    [InlineData(1, 27, 216, 69.5, 72.5, 142.0, 17.7, 55)]
    [InlineData(2, 27, 432, 69.5, 145.0, 214.5, 26.8, 84)]
    public void Llama_70B_on_2x4_takes_what_was_worked_out_by_hand(
        int slices,
        double batch,
        double slots,
        double weights,
        double cache,
        double total,
        double perChip,
        double percent
    )
    {
        var estimate = Estimate("llama2-70b", "2x4", batch, slices);

        AssertGigabytes((slots, weights, cache, total, perChip), estimate);
        Assert.Equal(percent, Math.Round(estimate.Percent));
    }

    [Fact]
    public void The_largest_batches_of_Llama_405B_are_12_and_7()
    {
        var estimate = Estimate("llama3.1-405b", "4x4", 10);

        Assert.Equal((12, 7), (estimate.MaxBatch, estimate.RecommendedMaxBatch));
        Assert.True(estimate.Fits);
        Assert.False(estimate.HasHeadroom);
    }

    [Fact]
    public void No_batch_fits_where_not_even_the_weights_do()
    {
        var estimate = new MemoryEstimate(
            Placement("llama3.1-405b", "4x4", 1) with
            {
                Weights = WeightFormat.From("", checkpointIsQuantized: false, NumberFormat.BFloat16),
            }
        );

        Assert.Equal(812, Math.Round(estimate.WeightBytes / 1e9));
        Assert.Equal(0, estimate.MaxBatch);
        Assert.True(estimate.HeadroomPerChip < 0);
        Assert.False(estimate.Fits);
    }

    [Fact]
    public void Where_no_whole_batch_fits_the_largest_is_a_fraction()
    {
        var estimate = new MemoryEstimate(Placement("llama3.1-405b", "4x4", 0.5) with { MaxTargetLength = 30_000 });

        Assert.Equal((8, 13d / 16), (estimate.Slots, estimate.MaxBatch));
        Assert.True(estimate.Fits);
    }

    [Fact]
    public void A_larger_batch_never_takes_less() =>
        Placements
            .Select(Gen.Double[0.01, 64], Gen.Double[0, 64])
            .Sample(
                (placement, batch, more) =>
                    With(placement, batch + more).TotalBytes >= With(placement, batch).TotalBytes
            );

    [Fact]
    public void The_largest_batch_fits_and_the_next_does_not() =>
        Placements.Sample(placement =>
        {
            var estimate = new MemoryEstimate(placement);
            return IsLargest(estimate.MaxBatch, batch => With(placement, batch).Fits, placement)
                && IsLargest(estimate.RecommendedMaxBatch, batch => With(placement, batch).HasHeadroom, placement);
        });

    [Fact]
    public void The_parts_make_up_the_whole() =>
        Placements.Sample(placement =>
        {
            var estimate = new MemoryEstimate(placement);
            var chip = estimate.WeightBytesPerChip + estimate.CacheBytesPerChip;
            Assert.Equal(estimate.BytesPerChip, chip, estimate.BytesPerChip * 1e-12);
            Assert.Equal(32e9, chip + estimate.HeadroomPerChip, 1);
            Assert.Equal(estimate.Fits, estimate.HeadroomPerChip >= 0);
        });

    private static Gen<ModelPlacement> Placements { get; } =
        Gen.Select(
                Gen.OneOf(KnownModels.All.Values.ToArray()),
                Gen.OneOf(TpuSlice.All.ToArray()),
                Gen.Int[1, 4],
                Gen.Double[0.01, 64],
                Gen.Int[1, 131_072],
                Gen.OneOf(NumberFormat.All.ToArray()),
                Gen.OneOf(NumberFormat.All.ToArray())
            )
            .Select(
                (model, slice, slices, batch, length, body, cache) =>
                    new ModelPlacement
                    {
                        Architecture = model,
                        Slice = slice,
                        Slices = slices,
                        PerDeviceBatchSize = batch,
                        MaxTargetLength = length,
                        Weights = new(body, NumberFormat.BFloat16),
                        Cache = cache,
                    }
            );

    private static bool IsLargest(double batch, Func<double, bool> fits, ModelPlacement placement)
    {
        var next = batch < 1 ? batch + (1.5 / placement.Devices) : batch + 1;
        return (batch == 0 || fits(batch)) && !fits(next);
    }

    private static MemoryEstimate With(ModelPlacement placement, double batch) =>
        new(placement with { PerDeviceBatchSize = batch });

    private static MemoryEstimate Estimate(string model, string topology, double batch, int slices = 1) =>
        new(Placement(model, topology, batch) with { Slices = slices });

    private static ModelPlacement Placement(string model, string topology, double batch) =>
        new()
        {
            Architecture = KnownModels.Find(model)!,
            Slice = TpuSlice.All.Last(slice => slice.Topology.Name == topology),
            PerDeviceBatchSize = batch,
            MaxTargetLength = 2048,
            Weights = WeightFormat.From("int8", checkpointIsQuantized: true, NumberFormat.BFloat16),
            Cache = NumberFormat.Quantized,
        };

    private static void AssertGigabytes(
        (double Slots, double Weights, double Cache, double Total, double PerChip) expected,
        MemoryEstimate estimate
    ) =>
        Assert.Equal(
            expected,
            (
                estimate.Slots,
                Math.Round(estimate.WeightBytes / 1e9, 1),
                Math.Round(estimate.CacheBytes / 1e9, 1),
                Math.Round(estimate.TotalBytes / 1e9, 1),
                Math.Round(estimate.BytesPerChip / 1e9, 1)
            )
        );
}
