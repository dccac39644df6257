using System.Collections.Immutable;
using System.Numerics;

namespace Infra.Model.MaxText;

/// <summary>How the devices of one slice are divided among the axes of MaxText's mesh.</summary>
/// <remarks>
/// The product of all sizes is the number of devices in the slice; one size may be -1 and is inferred. Source:
/// <c>fill_unspecified_mesh_axes</c> in MaxText's <c>max_utils.py</c>, with the devices of one engine, not of all slices, as
/// <c>create_device_mesh</c> passes them.
/// </remarks>
/// <param name="Devices">The slice's devices.</param>
/// <param name="Axes">Every axis, in the order of the mesh.</param>
public sealed record SliceMesh(int Devices, ImmutableArray<MeshAxis> Axes)
{
    /// <summary>The size of an axis that takes what the others leave.</summary>
    public const int Inferred = -1;

    /// <summary>The axes whose size is inferred.</summary>
    public IEnumerable<MeshAxis> InferredAxes => Axes.Where(axis => axis.Size == Inferred);

    /// <summary>The product of the sizes that are set.</summary>
    public BigInteger ExplicitProduct =>
        Axes.Where(axis => axis.Size != Inferred).Aggregate(BigInteger.One, (product, axis) => product * axis.Size);

    /// <summary>Whether the sizes match the slice.</summary>
    public bool Fits =>
        Axes.All(axis => axis.Size is Inferred or >= 1)
        && InferredAxes.Count() switch
        {
            0 => ExplicitProduct == Devices,
            1 => Devices % ExplicitProduct == 0,
            _ => false,
        };

    /// <summary>The mesh of a slice; null when the size of an axis is not an integer.</summary>
    public static SliceMesh? Create(MaxTextSetup setup, int devices)
    {
        var axes = MaxTextFlag
            .Axes.Select(name => setup.GetInt(name) is { } size ? new MeshAxis(name, size) : null)
            .ToList();
        return axes.Contains(null) ? null : new(devices, [.. axes.OfType<MeshAxis>()]);
    }

    /// <summary>The mesh with another size of one axis.</summary>
    public SliceMesh WithSize(string name, int size) =>
        this with
        {
            Axes = [.. Axes.Select(axis => axis.Name == name ? axis with { Size = size } : axis)],
        };

    /// <summary>Into how many parts axes divide a tensor; only of a mesh that fits.</summary>
    /// <param name="axes">The axes by MaxText's names for them, such as <c>tensor</c>; one that occurs twice divides once.</param>
    public int ComputeParts(IEnumerable<string> axes) =>
        axes.Distinct(StringComparer.Ordinal).Aggregate(1, (parts, axis) => parts * GetSize($"ici_{axis}_parallelism"));

    /// <summary>The size of an axis, inferred where it is not set; only of a mesh that fits.</summary>
    public int GetSize(string name)
    {
        var size = Axes.First(axis => axis.Name == name).Size;
        return size == Inferred ? (int)(Devices / ExplicitProduct) : size;
    }
}

/// <summary>One axis of a mesh.</summary>
/// <param name="Name">The flag that sets it.</param>
/// <param name="Size">Its size.</param>
public sealed record MeshAxis(string Name, int Size);
