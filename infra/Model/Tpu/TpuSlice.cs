using System.Collections.Immutable;

namespace Infra.Model.Tpu;

/// <summary>A TPU slice: chips of one topology on hosts of one machine type, which GKE creates as one node pool.</summary>
/// <remarks>
/// Topology and machine type name a slice together: a bare name such as "8 chips" is one host in some tools and two in others.
/// </remarks>
/// <param name="Generation">The generation of its chips.</param>
/// <param name="Topology">The shape in which its chips are connected.</param>
/// <param name="MachineType">The machine type of each host.</param>
public sealed record TpuSlice(TpuGeneration Generation, Topology Topology, MachineType MachineType)
{
    /// <summary>Every slice of every generation, generation by generation.</summary>
    public static ImmutableArray<TpuSlice> All { get; } =
    [.. TpuGeneration.All.SelectMany(generation => generation.Slices)];

    /// <summary>Chips in the slice.</summary>
    public int Chips => Topology.Chips;

    /// <summary>Devices in the slice, as JAX counts them.</summary>
    public int Devices => Chips * Generation.DevicesPerChip;

    /// <summary>Chips on each host, all of which a container must request.</summary>
    public int ChipsPerHost => MachineType.Chips;

    /// <summary>Hosts in the slice: the nodes of its node pool and the workers of its group.</summary>
    public int Hosts => Chips / ChipsPerHost;

    /// <summary>Whether the slice spans hosts: its node pool is then atomic and needs compact placement.</summary>
    public bool IsMultiHost => Hosts > 1;

    /// <summary>What the Pathways resource manager calls the slice: machine type and topology, separated by a colon.</summary>
    public string PathwaysInstanceType => $"{MachineType.PathwaysName}:{Topology}";

    /// <summary>The labels of the slice's nodes that distinguish it from every other slice.</summary>
    /// <remarks>Only the count distinguishes a topology on one host from the same topology on two.</remarks>
    public IReadOnlyDictionary<string, string> NodeLabels =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [NodeLabel.Accelerator] = Generation.Accelerator,
            [NodeLabel.AcceleratorCount] = $"{ChipsPerHost}",
            [NodeLabel.Topology] = Topology.Name,
        };

    /// <inheritdoc />
    public override string ToString() => $"{Topology} on {Hosts} × {MachineType}";
}
