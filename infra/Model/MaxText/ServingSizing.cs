using Infra.Model.Memory;
using Infra.Model.Servings;

namespace Infra.Model.MaxText;

/// <summary>What a serving takes: machines, memory, time to start.</summary>
public sealed record ServingSizing
{
    /// <summary>The most requests that a replica's server takes at once. Source: the threads that <c>maxengine_server.py</c> of MaxText sets.</summary>
    private const int MostRequests = 256;

    private ServingSizing(Serving serving, MaxTextSetup setup)
    {
        Serving = serving;
        MaxText = setup;
        Mesh = SliceMesh.Of(setup, serving.Slice.Devices);
        Memory = Estimate(serving, setup);
    }

    /// <summary>The serving.</summary>
    public Serving Serving { get; }

    /// <summary>How MaxText is set up for it.</summary>
    public MaxTextSetup MaxText { get; }

    /// <summary>How the chips of each slice are divided; null where the size of an axis is no whole number.</summary>
    public SliceMesh? Mesh { get; }

    /// <summary>What the model takes of the chips' memory; null where its dimensions are not known or a flag cannot be read.</summary>
    public MemoryEstimate? Memory { get; }

    /// <summary>Prompts that a replica answers at a time; null where the flag that says so cannot be read.</summary>
    public double? Slots =>
        MaxText.BatchPerDevice is { } batch
            ? ModelPlacement.SlotsOf(batch, (double)Serving.Slice.Devices * Serving.Slices)
            : null;

    /// <summary>Prompts that all replicas work on at a time; null where the flag that says how many slots there are cannot be read.</summary>
    public double? PromptsAtOnce => Slots is { } slots ? Math.Min(slots, MostRequests) * Serving.Replicas : null;

    /// <summary>Slices of all replicas, which is how many node pools there have to be: each belongs to one group or subgroup.</summary>
    public long Slices => (long)Serving.Slices * Serving.Replicas;

    /// <summary>Hosts of all slices.</summary>
    public long Hosts => Slices * Serving.Slice.Hosts;

    /// <summary>Chips of all slices.</summary>
    public long Chips => Slices * Serving.Slice.Chips;

    /// <summary>The longest time that a start may take before the server counts as failed.</summary>
    public TimeSpan StartupBudget => Serving.Probes.StartupBudget;

    /// <summary>What a serving takes.</summary>
    public static ServingSizing Of(Serving serving) => new(serving, MaxTextSetup.Of(serving));

    private static MemoryEstimate? Estimate(Serving serving, MaxTextSetup setup)
    {
        var isReadable =
            setup is { Architecture: not null, WeightFormat: not null, CacheFormat: not null }
            && setup is { BatchPerDevice: > 0, TargetLength: > 0, CheckpointIsQuantized: not null };
        return isReadable
            ? new(
                new()
                {
                    Architecture = setup.Architecture!,
                    Slice = serving.Slice,
                    Slices = serving.Slices,
                    BatchPerDevice = setup.BatchPerDevice!.Value,
                    TargetLength = setup.TargetLength!.Value,
                    Weights = WeightFormat.Of(
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
