using System.Collections.Immutable;
using System.Text;

namespace OfflinePreview.Diff;

/// <summary>The path of a value in a resource: <c>spec.ports[0].port</c>.</summary>
/// <param name="Segments">Names and positions.</param>
public sealed record PropertyPath(ImmutableArray<PathSegment> Segments)
{
    /// <summary>The path of the whole value.</summary>
    public static PropertyPath Root { get; } = new([]);

    /// <summary>The path of a key below.</summary>
    public PropertyPath Append(string key) => new(Segments.Add(new(key)));

    /// <summary>The path of an item below.</summary>
    public PropertyPath Append(int position) => new(Segments.Add(new(null, position)));

    /// <summary>The path extended by another one.</summary>
    public PropertyPath Append(PropertyPath further) => new(Segments.AddRange(further.Segments));

    /// <summary>Whether the other path is this one or below it.</summary>
    public bool Contains(PropertyPath other) =>
        Segments.Length <= other.Segments.Length && Segments.SequenceEqual(other.Segments[..Segments.Length]);

    /// <summary>The path in Pulumi's notation; a name that is not a plain word is in brackets and quotes.</summary>
    public override string ToString()
    {
        var path = new StringBuilder();
        foreach (var segment in Segments)
        {
            path.Append(
                segment.Name is null ? $"[{segment.Text}]"
                : !IsWord(segment.Name) ? $"[\"{PathPattern.Quote(segment.Name)}\"]"
                : path.Length == 0 ? segment.Name
                : $".{segment.Name}"
            );
        }

        return path.ToString();
    }

    /// <inheritdoc />
    public bool Equals(PropertyPath? other) => other is not null && Segments.SequenceEqual(other.Segments);

    /// <inheritdoc />
    public override int GetHashCode() => Segments.Aggregate(0, HashCode.Combine);

    private static bool IsWord(string name) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '$');
}

/// <summary>A step of a <see cref="PropertyPath"/>.</summary>
/// <param name="Name">The name in a map; null for a position in a list.</param>
/// <param name="Position">The position in a list, from 0.</param>
public readonly record struct PathSegment(string? Name, int Position = 0)
{
    /// <summary>The name, or the position as text.</summary>
    public string Text => Name ?? $"{Position}";
}
