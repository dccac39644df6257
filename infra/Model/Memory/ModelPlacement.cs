using Infra.Model.Tpu;

namespace Infra.Model.Memory;

/// <summary>A model on the slices of one replica, with what MaxText is asked to hold for it.</summary>
/// <remarks>
/// The prefill length is not among them: it only says how much of <see cref="TargetLength"/> the prompt has, and the cache has
/// room for both.
/// </remarks>
public sealed record ModelPlacement
{
    /// <summary>The model.</summary>
    public required ModelArchitecture Architecture { get; init; }

    /// <summary>The slice that the replica has one or more of.</summary>
    public required TpuSlice Slice { get; init; }

    /// <summary>Slices in the replica. Default 1; more hold prefill and generate apart.</summary>
    public int Slices { get; init; } = 1;

    /// <summary>MaxText's <c>per_device_batch_size</c>: prompts at a time for each chip, above 0 and possibly a fraction.</summary>
    public required double BatchPerDevice { get; init; }

    /// <summary>MaxText's <c>max_target_length</c>: tokens of a prompt and its answer together, above 0.</summary>
    public required int TargetLength { get; init; }

    /// <summary>How the weights are kept.</summary>
    public required WeightFormat Weights { get; init; }

    /// <summary>How the cache is kept: int8 with <c>quantize_kvcache</c>, else MaxText's <c>dtype</c>, which is bfloat16 by default.</summary>
    public required NumberFormat Cache { get; init; }

    /// <summary>Devices of all slices, as JAX counts them.</summary>
    public double Devices => (double)Slice.Devices * Slices;

    /// <summary>Prompts that are served at a time.</summary>
    /// <remarks>Source: MaxText's <c>MaxEngine</c>, which makes <c>int(per_device_batch_size × devices)</c> slots.</remarks>
    /// <param name="batchPerDevice">Prompts at a time for each chip.</param>
    /// <param name="devices">Devices of all slices.</param>
    public static double SlotsOf(double batchPerDevice, double devices) => Math.Floor(batchPerDevice * devices);
}
