using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Model.Tpu;

/// <summary>A Compute Engine machine type with v6e chips.</summary>
public sealed record MachineType
{
    private MachineType(int chips, string pathwaysName)
    {
        Name = $"ct6e-standard-{chips}t";
        Chips = chips;
        PathwaysName = pathwaysName;
    }

    /// <summary>One chip.</summary>
    public static MachineType OneChip { get; } = new(1, "tpuv6e");

    /// <summary>Four chips; the only one that multi-host slices are made of.</summary>
    public static MachineType FourChips { get; } = new(4, "tpuv6e");

    /// <summary>Eight chips.</summary>
    public static MachineType EightChips { get; } = new(8, "tpuv6e1t");

    /// <summary>Every v6e machine type, smallest first.</summary>
    public static ImmutableArray<MachineType> All { get; } = [OneChip, FourChips, EightChips];

    /// <summary>The machine type's name, such as <c>ct6e-standard-4t</c>.</summary>
    public string Name { get; }

    /// <summary>Chips in one machine, which is one host and one Kubernetes node.</summary>
    public int Chips { get; }

    /// <summary>What Pathways calls slices of this machine type, before the colon of an instance type.</summary>
    /// <remarks>Source: the machine types that the PathwaysJob controller and pathways-utils map.</remarks>
    public string PathwaysName { get; }

    /// <summary>Reads a machine type's name; false for one that has no v6e chips.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out MachineType? machineType) =>
        (machineType = All.FirstOrDefault(known => known.Name == text)) is not null;

    /// <inheritdoc />
    public override string ToString() => Name;
}
