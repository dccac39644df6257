using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Model.Tpu;

/// <summary>A Compute Engine machine type with TPU chips.</summary>
public sealed record MachineType
{
    /// <summary>Every machine type of every generation.</summary>
    public static ImmutableArray<MachineType> All { get; } =
    [.. TpuGeneration.All.SelectMany(generation => generation.MachineTypes)];

    /// <summary>Its name in Compute Engine.</summary>
    public required string Name { get; init; }

    /// <summary>Chips in one machine, which is one host and one Kubernetes node.</summary>
    public required int Chips { get; init; }

    /// <summary>Its vCPUs.</summary>
    public required int Vcpus { get; init; }

    /// <summary>Its memory, in GiB.</summary>
    public required int MemoryGib { get; init; }

    /// <summary>What Pathways calls slices of this machine type, before the colon of an instance type.</summary>
    public required string PathwaysName { get; init; }

    /// <summary>The topologies of the slices that it makes up.</summary>
    public required ImmutableArray<string> Topologies { get; init; }

    /// <summary>Reads a name; false for a machine type without TPU chips.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out MachineType? machineType) =>
        (machineType = All.FirstOrDefault(known => known.Name == text)) is not null;

    /// <inheritdoc />
    public override string ToString() => Name;
}
