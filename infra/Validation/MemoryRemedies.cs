using Infra.Model.MaxText;
using Infra.Model.Memory;

namespace Infra.Validation;

/// <summary>What to change where memory does not suffice: what helps most first.</summary>
/// <remarks>
/// A mesh that shards the cache costs nothing, smaller weights and a smaller cache cost little accuracy; a smaller batch serves fewer prompts and
/// comes last.
/// </remarks>
/// <param name="Placement">The model and its slices.</param>
/// <param name="IsEnough">Whether an estimate fits, or has headroom.</param>
/// <param name="MaxBatch">The largest batch for each device of which <paramref name="IsEnough"/> is true.</param>
internal sealed record MemoryRemedies(
    ModelPlacement Placement,
    Func<MemoryEstimate, bool> IsEnough,
    Func<MemoryEstimate, double> MaxBatch
)
{
    private const string Tensor = "ici_tensor_parallelism";
    private const string Fsdp = "ici_fsdp_parallelism";

    /// <summary>The changes of which each suffices, at most three; where none does, all of them.</summary>
    internal string Describe()
    {
        var candidates = Candidates().ToList();
        var remedies = candidates.Where(remedy => IsSufficient([remedy])).Select(remedy => remedy.Text).ToList();
        if (remedies.Count == 0 && IsSufficient(candidates))
        {
            remedies.Add(Join(candidates));
        }

        if (MaxBatch(new(Placement)) is > 0 and var batch)
        {
            remedies.Add(Batch(batch));
        }

        return remedies.Count > 0 ? string.Join(", or ", remedies.Take(3)) : WithSmallerBatch(candidates);
    }

    private static string Batch(double batch) => $"per_device_batch_size at most {batch}";

    private static string Join(IEnumerable<Remedy> remedies) =>
        string.Join(" and ", remedies.Select(remedy => remedy.Text));

    private MemoryEstimate Apply(IEnumerable<Remedy> remedies) =>
        new(remedies.Aggregate(Placement, (placement, remedy) => remedy.Apply(placement)));

    private bool IsSufficient(IEnumerable<Remedy> remedies) => IsEnough(Apply(remedies));

    private string WithSmallerBatch(List<Remedy> candidates) =>
        MaxBatch(Apply(candidates)) is > 0 and var batch
            ? $"{Join(candidates)} with {Batch(batch)}"
            : "more chips or a smaller max_target_length, because no per_device_batch_size fits";

    private IEnumerable<Remedy> Candidates()
    {
        if (TensorMesh() is { } mesh)
        {
            yield return new(
                $"{Tensor} {mesh.GetSize(Tensor)} with {Fsdp} {mesh.GetSize(Fsdp)}",
                placement => placement with { Mesh = mesh }
            );
        }

        var weights = Placement.Weights;
        if (weights.Embedding == NumberFormat.FullPrecision)
        {
            var smaller = weights.Body.IsQuantized ? weights.Body : NumberFormat.BFloat16;
            yield return new(
                "weight_dtype bfloat16",
                placement => placement with { Weights = new(smaller, NumberFormat.BFloat16) }
            );
        }

        if (!weights.Body.IsQuantized)
        {
            yield return new(
                "an int8 checkpoint (quantization int8, checkpoint_is_quantized true)",
                placement => placement with { Weights = placement.Weights with { Body = NumberFormat.EightBit } }
            );
        }

        if (!Placement.Cache.Values.IsQuantized)
        {
            yield return new(
                "quantize_kvcache true",
                placement => placement with { Cache = new(NumberFormat.EightBit) }
            );
        }
    }

    /// <summary>The mesh with more devices for heads and fewer for the embedding, which the cache does not have; null for none.</summary>
    private SliceMesh? TensorMesh()
    {
        var tensor = Placement.Mesh.GetSize(Tensor);
        var devices = tensor * Placement.Mesh.GetSize(Fsdp);
        var best = Enumerable
            .Range(1, devices)
            .Last(size => devices % size == 0 && (Placement.Architecture.KeyValueHeads % size == 0 || size == 1));
        return best > tensor ? Placement.Mesh.WithSize(Tensor, best).WithSize(Fsdp, devices / best) : null;
    }

    private sealed record Remedy(string Text, Func<ModelPlacement, ModelPlacement> Apply);
}
