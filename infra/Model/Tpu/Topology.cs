using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Model.Tpu;

/// <summary>The shape in which the chips of a v6e slice are wired, such as <c>4x4</c>.</summary>
/// <remarks>
/// v6e is a two-dimensional torus of at most 256 chips. Source: "About TPUs in GKE" and the v6e page of the Cloud TPU
/// documentation.
/// </remarks>
public sealed record Topology
{
    private Topology(int rows, int columns)
    {
        Name = $"{rows}x{columns}";
        Chips = rows * columns;
    }

    /// <summary>Every topology that GKE offers for v6e, smallest first.</summary>
    public static ImmutableArray<Topology> All { get; } =
    [new(1, 1), new(2, 2), new(2, 4), new(4, 4), new(4, 8), new(8, 8), new(8, 16), new(16, 16)];

    /// <summary>The topology as GKE writes it, rows first: <c>2x4</c>.</summary>
    public string Name { get; }

    /// <summary>The number of chips.</summary>
    public int Chips { get; }

    /// <summary>Reads a topology's name; false for one that GKE does not offer for v6e.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Topology? topology) =>
        (topology = All.FirstOrDefault(known => known.Name == text)) is not null;

    /// <inheritdoc />
    public override string ToString() => Name;
}
