using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Model.Memory;

/// <summary>The format of a number in memory.</summary>
public sealed record NumberFormat
{
    private NumberFormat(string name, double bytes)
    {
        Name = name;
        Bytes = bytes;
    }

    /// <summary>Half a byte (int4), which only the cache can have, without the scales of quantization.</summary>
    public static NumberFormat FourBit { get; } = new("int4", 0.5);

    /// <summary>One byte (int8), without the scales of quantization.</summary>
    public static NumberFormat EightBit { get; } = new("int8", 1);

    /// <summary>One byte (fp8), without the scales of quantization.</summary>
    public static NumberFormat EightBitFloat { get; } = new("fp8", 1);

    /// <summary>Two bytes (bfloat16).</summary>
    public static NumberFormat BFloat16 { get; } = new("bfloat16", 2);

    /// <summary>Four bytes (float32), MaxText's default for weights.</summary>
    public static NumberFormat FullPrecision { get; } = new("float32", 4);

    /// <summary>Every format, smallest first.</summary>
    public static ImmutableArray<NumberFormat> All { get; } =
    [FourBit, EightBit, EightBitFloat, BFloat16, FullPrecision];

    /// <summary>The format as MaxText writes it: <c>bfloat16</c>.</summary>
    public string Name { get; }

    /// <summary>Bytes of one number.</summary>
    public double Bytes { get; }

    /// <summary>Whether numbers of the format are quantized, so that scales accompany them.</summary>
    public bool IsQuantized => Bytes <= 1;

    /// <summary>Reads a format's name; false for an unknown one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out NumberFormat? format) =>
        (format = All.FirstOrDefault(known => known.Name == text)) is not null;

    /// <inheritdoc />
    public override string ToString() => Name;
}
