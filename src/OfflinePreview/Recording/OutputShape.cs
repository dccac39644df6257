using System.Collections.Immutable;

namespace OfflinePreview.Recording;

/// <summary>The shape of an output, as far as it can contain markers.</summary>
internal abstract record OutputShape
{
    private OutputShape() { }

    /// <summary>The shape of a resource without outputs.</summary>
    public static Fields Nothing { get; } = new([]);

    /// <summary>A string.</summary>
    /// <param name="Path">Its path in the outputs of the resource or function.</param>
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
/// <param name="Shape">Its shape.</param>
internal sealed record OutputField(string Name, OutputShape Shape);
