using Infra.Model.MaxText;
using Infra.Model.Tpu;

namespace Infra.Model.Memory;

/// <summary>A model on the slices of one replica, with the settings of MaxText that decide its memory.</summary>
/// <remarks>
/// The prefill length is not among them: it is part of <see cref="MaxTargetLength"/>, for which the cache has room.
/// </remarks>
public sealed record ModelPlacement
{
    /// <summary>The model.</summary>
    public required ModelArchitecture Architecture { get; init; }

    /// <summary>The slice, of which the replica has one or more.</summary>
    public required TpuSlice Slice { get; init; }

    /// <summary>The mesh of each slice, which fits it.</summary>
    public required SliceMesh Mesh { get; init; }

    /// <summary>The configuration file, which shards the model over the mesh.</summary>
    public required ConfigFile Config { get; init; }

    /// <summary>Slices in the replica. Default 1; several separate prefill from generate.</summary>
    public int Slices { get; init; } = 1;

    /// <summary>MaxText's <c>per_device_batch_size</c>: prompts at a time for each device, above 0; may be a fraction.</summary>
    public required double PerDeviceBatchSize { get; init; }

    /// <summary>MaxText's <c>max_target_length</c>: tokens of a prompt and its answer together, above 0.</summary>
    public required int MaxTargetLength { get; init; }

    /// <summary>The number formats of the weights.</summary>
    public required WeightFormat Weights { get; init; }

    /// <summary>The number format of the cache.</summary>
    public required CacheFormat Cache { get; init; }

    /// <summary>Devices of all slices, as JAX counts them.</summary>
    public double Devices => (double)Slice.Devices * Slices;

    /// <summary>Prompts that are decoded at a time.</summary>
    public double Slots => ComputeSlots(PerDeviceBatchSize, Devices);

    /// <summary>Prompts that are decoded at a time.</summary>
    /// <remarks>
    /// Source: MaxText's <c>MaxEngine</c>, which creates <c>int(per_device_batch_size × jax.device_count())</c> slots; that is the number of all
    /// devices, also where the engine has one slice of several.
    /// </remarks>
    /// <param name="batchPerDevice">Prompts at a time for each device.</param>
    /// <param name="devices">Devices of all slices.</param>
    public static double ComputeSlots(double batchPerDevice, double devices) => Math.Floor(batchPerDevice * devices);

    /// <summary>The batch for each device that has at most so many slots: an integer, or a fraction below 1.</summary>
    internal double ComputeBatch(double slots) =>
        slots < Devices ? Math.Max(0, Math.Floor(slots)) / Devices : Math.Floor(slots / Devices);
}
