using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Model.Memory;

/// <summary>The format of a number in memory.</summary>
public sealed record NumberFormat
{
    private NumberFormat(string name, int bytes)
    {
        Name = name;
        Bytes = bytes;
    }

    /// <summary>One byte (int8), without the scales of quantization.</summary>
    public static NumberFormat Quantized { get; } = new("int8", 1);

    /// <summary>Two bytes (bfloat16).</summary>
    public static NumberFormat BFloat16 { get; } = new("bfloat16", 2);

    /// <summary>Four bytes (float32), MaxText's default for weights.</summary>
    public static NumberFormat FullPrecision { get; } = new("float32", 4);

    /// <summary>Every format, smallest first.</summary>
    public static ImmutableArray<NumberFormat> All { get; } = [Quantized, BFloat16, FullPrecision];

    /// <summary>The format as MaxText writes it: <c>bfloat16</c>.</summary>
    public string Name { get; }

    /// <summary>Bytes of one number.</summary>
    public int Bytes { get; }

    /// <summary>Reads a format's name; false for an unknown one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out NumberFormat? format) =>
        (format = All.FirstOrDefault(known => known.Name == text)) is not null;

    /// <inheritdoc />
    public override string ToString() => Name;
}
