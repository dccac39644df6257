using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Model.Tpu;

/// <summary>A TPU generation. The YAML files in this folder are all that the program knows.</summary>
public sealed record TpuGeneration
{
    /// <summary>Every generation, in the ordinal order of their files' names.</summary>
    public static ImmutableArray<TpuGeneration> All { get; } = DataFile.ReadFolder<TpuGeneration>("Tpu");

    /// <summary>What stack files call it.</summary>
    public required string Name { get; init; }

    /// <summary>Value of <see cref="NodeLabel.Accelerator"/>.</summary>
    public required string Accelerator { get; init; }

    /// <summary>High-bandwidth memory of one chip that programs can use, in bytes.</summary>
    public required long HbmBytes { get; init; }

    /// <summary>Devices that JAX counts on one chip.</summary>
    public required int DevicesPerChip { get; init; }

    /// <summary>The type of boot disk of its machines.</summary>
    public required string DiskType { get; init; }

    /// <summary>The oldest version of GKE that offers its slices.</summary>
    public required string MinGkeVersion { get; init; }

    /// <summary>The oldest version of GKE that offers its slices by flex-start.</summary>
    public required string FlexStartMinGkeVersion { get; init; }

    /// <summary>The zones that are known to have its chips, sorted.</summary>
    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>The zones that are known to offer its slices by flex-start, sorted.</summary>
    public required ImmutableArray<string> FlexStartZones { get; init; }

    /// <summary>The month in which the zones were listed.</summary>
    public required string ZonesAsOf { get; init; }

    /// <summary>Its machine types, smallest first.</summary>
    public required ImmutableArray<MachineType> MachineTypes { get; init; }

    /// <summary>The default of each key of a serving's <c>images</c>.</summary>
    public required IReadOnlyDictionary<string, string> Images { get; init; }

    /// <summary>Every slice that GKE offers, smallest first.</summary>
    public ImmutableArray<TpuSlice> Slices => field.IsDefault ? field = CreateSlices() : field;

    /// <summary>The slice of a topology and a machine type; null for none.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="machineType">The machine type; null for the only one of the topology.</param>
    public TpuSlice? FindSlice(Topology topology, MachineType? machineType)
    {
        var slices = Slices.Where(slice => slice.Topology == topology).ToList();
        return machineType is not null ? slices.Find(slice => slice.MachineType == machineType)
            : slices.Count == 1 ? slices[0]
            : null;
    }

    /// <summary>Reads a name; false for one that has no file.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TpuGeneration? generation) =>
        (generation = All.FirstOrDefault(known => known.Name == text)) is not null;

    /// <summary>Binds the data of a generation.</summary>
    internal static TpuGeneration Read(string yaml) => DataFile.Parse<TpuGeneration>("generation.yaml", yaml);

    /// <inheritdoc />
    public override string ToString() => Name;

    private ImmutableArray<TpuSlice> CreateSlices() =>
        [
            .. from machineType in MachineTypes
            from topology in machineType.Topologies
            let slice = new TpuSlice(this, new(topology), machineType)
            orderby slice.Chips, slice.Hosts
            select slice,
        ];
}
