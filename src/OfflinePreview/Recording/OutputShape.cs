using System.Collections.Immutable;

namespace OfflinePreview.Recording;

/// <summary>What a value that a resource or a function puts out is made of, as far as placeholders can stand in it.</summary>
internal abstract record OutputShape
{
    private OutputShape() { }

    /// <summary>Of what puts nothing out.</summary>
    public static Fields Nothing { get; } = new([]);

    /// <summary>A text.</summary>
    /// <param name="Path">Where it stands in what the resource or the function puts out.</param>
    public sealed record Text(string Path) : OutputShape;

    /// <summary>A map of any keys.</summary>
    public sealed record Map : OutputShape;

    /// <summary>A list.</summary>
    public sealed record List(OutputShape Item) : OutputShape;

    /// <summary>Values by name.</summary>
    public sealed record Fields(ImmutableArray<OutputField> All) : OutputShape;
}

/// <summary>A value of an <see cref="OutputShape.Fields"/>.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Shape">What it is made of.</param>
internal sealed record OutputField(string Name, OutputShape Shape);
