using System.Collections.Immutable;
using System.Text;

namespace OfflinePreview.Diff;

/// <summary>Where a value stands in a resource: <c>spec.ports[0].port</c>.</summary>
/// <param name="Steps">The names and positions that lead there.</param>
public sealed record PropertyPath(ImmutableArray<PathStep> Steps)
{
    /// <summary>The place of the whole.</summary>
    public static PropertyPath Root { get; } = new([]);

    /// <summary>The place one step further.</summary>
    public PropertyPath Then(PathStep step) => new(Steps.Add(step));

    /// <summary>The place so many steps further.</summary>
    public PropertyPath Append(PropertyPath further) => new(Steps.AddRange(further.Steps));

    /// <summary>Whether the other place is this one or lies below it.</summary>
    public bool Contains(PropertyPath other) =>
        Steps.Length <= other.Steps.Length && Steps.SequenceEqual(other.Steps[..Steps.Length]);

    /// <summary>The path as Pulumi writes it; a name that is no plain word stands in brackets and quotes.</summary>
    public override string ToString()
    {
        var path = new StringBuilder();
        foreach (var step in Steps)
        {
            path.Append(
                step.Name is null ? $"[{step.Text}]"
                : !IsWord(step.Name) ? $"[\"{PathPattern.Quote(step.Name)}\"]"
                : path.Length == 0 ? step.Name
                : $".{step.Name}"
            );
        }

        return path.ToString();
    }

    /// <inheritdoc />
    public bool Equals(PropertyPath? other) => other is not null && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc />
    public override int GetHashCode() => Steps.Aggregate(0, HashCode.Combine);

    private static bool IsWord(string name) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '$');
}

/// <summary>A step of a <see cref="PropertyPath"/>.</summary>
/// <param name="Name">The name in a map; null for a position in a list.</param>
/// <param name="Position">The position in a list, from 0.</param>
public readonly record struct PathStep(string? Name, int Position = 0)
{
    /// <summary>The name, or the position as text.</summary>
    public string Text => Name ?? $"{Position}";
}
