using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Infra.Model.Tpu;

/// <summary>The shape in which the chips of a slice are connected, such as <c>4x4</c>.</summary>
public sealed record Topology
{
    /// <summary>The topology of a name.</summary>
    /// <param name="name">The size of each dimension, separated by <c>x</c>.</param>
    internal Topology(string name)
    {
        Name = name;
        Chips = name.Split('x').Aggregate(1, (chips, size) => chips * int.Parse(size, CultureInfo.InvariantCulture));
    }

    /// <summary>Every topology of every generation, smallest first.</summary>
    public static ImmutableArray<Topology> All { get; } =
    [.. TpuSlice.All.Select(slice => slice.Topology).Distinct().OrderBy(topology => topology.Chips)];

    /// <summary>The topology as GKE writes it: <c>2x4</c>.</summary>
    public string Name { get; }

    /// <summary>The number of chips.</summary>
    public int Chips { get; }

    /// <summary>Reads a name; false for a topology that GKE does not offer.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Topology? topology) =>
        (topology = All.FirstOrDefault(known => known.Name == text)) is not null;

    /// <inheritdoc />
    public override string ToString() => Name;
}
