using System.Collections.Immutable;
using System.Numerics;

namespace Infra.Model.MaxText;

/// <summary>How the chips of one slice are divided among the axes of MaxText's mesh.</summary>
/// <remarks>
/// The sizes of all axes multiply to the slice's chips; one of them may be -1 and takes what the others leave. Source:
/// <c>fill_unspecified_mesh_axes</c> in MaxText's <c>max_utils.py</c>; a slice and not all slices, since
/// <c>create_device_mesh</c> gets the devices of one engine.
/// </remarks>
/// <param name="Chips">The slice's chips.</param>
/// <param name="Axes">The size of every axis as it is set.</param>
public sealed record SliceMesh(int Chips, ImmutableArray<MeshAxis> Axes)
{
    /// <summary>The size that takes what the others leave.</summary>
    public const int Rest = -1;

    /// <summary>The mesh of a slice; null when the size of an axis is no whole number.</summary>
    public static SliceMesh? Of(MaxTextSetup setup, int chips)
    {
        var axes = ImmutableArray.CreateBuilder<MeshAxis>();
        foreach (var name in MaxTextFlag.Axes)
        {
            if (setup.Whole(name) is not { } size)
            {
                return null;
            }

            axes.Add(new(name, size));
        }

        return new(chips, axes.ToImmutable());
    }

    /// <summary>Axes that take what the others leave.</summary>
    public IEnumerable<MeshAxis> Open => Axes.Where(axis => axis.Size == Rest);

    /// <summary>The product of the axes that have a size.</summary>
    public BigInteger Product =>
        Axes.Where(axis => axis.Size != Rest).Aggregate(BigInteger.One, (product, axis) => product * axis.Size);

    // The same where no axis is below one; more than a slice has where it is beyond counting.
    private long Taken =>
        Axes.Where(axis => axis.Size != Rest)
            .Aggregate(1L, (product, axis) => Math.Min(product * axis.Size, int.MaxValue));

    /// <summary>Whether the axes can be laid over the slice.</summary>
    public bool Fits =>
        Axes.All(axis => axis.Size is Rest or >= 1)
        && Open.Count() switch
        {
            0 => Taken == Chips,
            1 => Chips % Taken == 0,
            _ => false,
        };

    /// <summary>The size of an axis with what the others leave filled in; only of a mesh that fits.</summary>
    public int SizeOf(string name)
    {
        var size = Axes.First(axis => axis.Name == name).Size;
        return size == Rest ? (int)(Chips / Taken) : size;
    }
}

/// <summary>One axis of a mesh.</summary>
/// <param name="Name">The flag that sets it.</param>
/// <param name="Size">Its size.</param>
public sealed record MeshAxis(string Name, int Size);
