using Infra.Model.MaxText;
using Infra.Model.Memory;
using Infra.Model.Tpu;

namespace Infra.Tests.Model.Memory;

/// <summary>Placements of models, with int8 weights and an int8 cache of 2048 tokens unless a test changes them.</summary>
internal static class Placements
{
    /// <summary>Google's sample of Llama 3.1 405B with another batch: one 4x4, tensor 8, autoregressive 2.</summary>
    public static ModelPlacement Llama405B(double batch) =>
        Create("llama3.1-405b", "4x4", batch, "llama3_405b_v5e-64.yml", ("tensor", 8), ("autoregressive", 2));

    /// <summary>Google's sample of Llama 2 70B with another batch, on one 2x4 or two: tensor 8.</summary>
    public static ModelPlacement Llama70B(double batch, int slices = 1) =>
        Create("llama2-70b", "2x4", batch, "base.yml", ("tensor", 8)) with
        {
            Slices = slices,
        };

    /// <summary>A model on one slice.</summary>
    public static ModelPlacement Create(
        string model,
        string topology,
        double batch,
        string config,
        params (string Axis, int Size)[] mesh
    )
    {
        var slice = TpuSlice.All.Last(slice => slice.Topology.Name == topology);
        return new()
        {
            Architecture = KnownModels.Find(model)!,
            Slice = slice,
            Mesh = Mesh(slice, mesh),
            Config = KnownModels.FindConfig(config),
            PerDeviceBatchSize = batch,
            MaxTargetLength = 2048,
            Weights = WeightFormat.From("int8", checkpointIsQuantized: true, NumberFormat.BFloat16),
            Cache = new(NumberFormat.EightBit),
        };
    }

    /// <summary>A mesh whose axes are 1, except for some.</summary>
    public static SliceMesh Mesh(TpuSlice slice, params (string Axis, int Size)[] axes)
    {
        var sizes = axes.ToDictionary(
            axis => $"ici_{axis.Axis}_parallelism",
            axis => axis.Size,
            StringComparer.Ordinal
        );
        return new(
            slice.Devices,
            [.. MaxTextFlag.Axes.Select(name => new MeshAxis(name, sizes.GetValueOrDefault(name, 1)))]
        );
    }
}
