using Infra.Model.Memory;
using Infra.Model.Servings;

namespace Infra.Model.MaxText;

/// <summary>The resources that a serving requires: chips, memory, time to start.</summary>
public sealed record ServingSizing
{
    /// <summary>Requests that a server handles at a time. Source: the threads that <c>maxengine_server.py</c> of MaxText sets.</summary>
    public const int MaxServerRequests = 256;

    private ServingSizing(Serving serving, MaxTextSetup setup)
    {
        Serving = serving;
        MaxText = setup;
        Mesh = SliceMesh.Create(setup, serving.Slice.Devices);
        Memory = Estimate(serving, setup, Mesh);
    }

    /// <summary>The serving.</summary>
    public Serving Serving { get; }

    /// <summary>Its MaxText configuration.</summary>
    public MaxTextSetup MaxText { get; }

    /// <summary>The mesh of each slice; null where the size of an axis is not an integer.</summary>
    public SliceMesh? Mesh { get; }

    /// <summary>The memory estimate; null where the model's dimensions are unknown, a flag is invalid or the mesh does not fit the slice.</summary>
    public MemoryEstimate? Memory { get; }

    /// <summary>Prompts that a replica decodes at a time; null where the batch size is invalid.</summary>
    public double? Slots =>
        MaxText.PerDeviceBatchSize is { } batch
            ? ModelPlacement.ComputeSlots(batch, (double)Serving.Slice.Devices * Serving.Slices)
            : null;

    /// <summary>Requests that all replicas work on at a time; null where the batch size is invalid.</summary>
    public double? MaxConcurrentRequests =>
        Slots is { } slots ? Math.Min(slots, MaxServerRequests) * Serving.Replicas : null;

    /// <summary>Slices of all replicas, each a node pool of its own.</summary>
    public long TotalSlices => (long)Serving.Slices * Serving.Replicas;

    /// <summary>Hosts of all slices.</summary>
    public long TotalHosts => TotalSlices * Serving.Slice.Hosts;

    /// <summary>Chips of all slices.</summary>
    public long TotalChips => Serving.TotalChips;

    /// <summary>The longest start before the server counts as failed.</summary>
    public TimeSpan StartupBudget => Serving.Probes.StartupBudget;

    /// <summary>The resources of a serving.</summary>
    public static ServingSizing From(Serving serving) => new(serving, MaxTextSetup.From(serving));

    private static MemoryEstimate? Estimate(Serving serving, MaxTextSetup setup, SliceMesh? mesh)
    {
        var isReadable =
            setup is { Architecture: not null, WeightFormat: not null, CacheFormat: not null }
            && setup is { PerDeviceBatchSize: > 0, MaxTargetLength: > 0, CheckpointIsQuantized: not null }
            && mesh is { Fits: true };
        return isReadable
            ? new(
                new()
                {
                    Architecture = setup.Architecture!,
                    Slice = serving.Slice,
                    Mesh = mesh!,
                    Config = setup.ConfigFile,
                    Slices = serving.Slices,
                    PerDeviceBatchSize = setup.PerDeviceBatchSize!.Value,
                    MaxTargetLength = setup.MaxTargetLength!.Value,
                    Weights = WeightFormat.From(
                        setup.Quantization,
                        setup.CheckpointIsQuantized!.Value,
                        setup.WeightFormat!
                    ),
                    Cache = setup.CacheFormat!,
                }
            )
            : null;
    }
}
