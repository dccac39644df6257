using System.Collections.Immutable;

namespace Infra.Model.Tpu;

/// <summary>A v6e slice: chips of one topology on hosts of one machine type, which GKE makes as one node pool.</summary>
/// <remarks>
/// A bare <c>v6e-8</c> means one host in some tools and two in others, so a slice is always named by both parts.
/// Source: "About TPUs in GKE"; the same table stands in XPK, KubeRay and the PathwaysJob controller.
/// </remarks>
public sealed record TpuSlice
{
    /// <summary>High-bandwidth memory of one chip, in gigabytes (10⁹ bytes). Source: the v6e page of the documentation.</summary>
    public const int HbmGigabytesPerChip = 32;

    /// <summary>The accelerator as GKE labels it.</summary>
    public const string Accelerator = "tpu-v6e-slice";

    private TpuSlice(string topology, MachineType machineType)
    {
        Topology = Topology.All.Single(known => known.Name == topology);
        MachineType = machineType;
    }

    /// <summary>Every slice that GKE offers, smallest first.</summary>
    public static ImmutableArray<TpuSlice> All { get; } =
    [
        new("1x1", MachineType.OneChip),
        new("2x2", MachineType.FourChips),
        new("2x4", MachineType.EightChips),
        new("2x4", MachineType.FourChips),
        new("4x4", MachineType.FourChips),
        new("4x8", MachineType.FourChips),
        new("8x8", MachineType.FourChips),
        new("8x16", MachineType.FourChips),
        new("16x16", MachineType.FourChips),
    ];

    /// <summary>How the chips are wired.</summary>
    public Topology Topology { get; }

    /// <summary>What each host is.</summary>
    public MachineType MachineType { get; }

    /// <summary>Chips in the slice.</summary>
    public int Chips => Topology.Chips;

    /// <summary>Chips on each host, all of which a container must request.</summary>
    public int ChipsPerHost => MachineType.Chips;

    /// <summary>Hosts in the slice: the nodes of its node pool and the workers of its group.</summary>
    public int Hosts => Chips / ChipsPerHost;

    /// <summary>Whether the slice spans hosts: its pool is then atomic and needs compact placement.</summary>
    public bool IsMultiHost => Hosts > 1;

    /// <summary>High-bandwidth memory of all chips together, in gigabytes (10⁹ bytes).</summary>
    public int HbmGigabytes => Chips * HbmGigabytesPerChip;

    /// <summary>What the Pathways resource manager calls the slice, such as <c>tpuv6e:4x4</c>.</summary>
    public string PathwaysInstanceType => $"{MachineType.PathwaysName}:{Topology}";

    /// <summary>The labels that GKE puts on the slice's nodes, those of them that tell it from every other slice.</summary>
    /// <remarks>The count is what tells 2x4 on one host from 2x4 on two: accelerator and topology are the same for both.</remarks>
    public IReadOnlyDictionary<string, string> NodeLabels =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [NodeLabel.Accelerator] = Accelerator,
            [NodeLabel.AcceleratorCount] = $"{ChipsPerHost}",
            [NodeLabel.Topology] = Topology.Name,
        };

    /// <summary>The slices of <paramref name="topology"/>: two for 2x4, one for every other.</summary>
    public static ImmutableArray<TpuSlice> Of(Topology topology) => [.. All.Where(slice => slice.Topology == topology)];

    /// <summary>The slice of that topology and machine type, or null when GKE offers none.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="machineType">The machine type; null for the only one that the topology comes in.</param>
    public static TpuSlice? Find(Topology topology, MachineType? machineType)
    {
        var offered = Of(topology);
        return machineType is null
            ? offered is [var only]
                ? only
                : null
            : offered.FirstOrDefault(slice => slice.MachineType == machineType);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Topology} on {Hosts} × {MachineType}";
}
