using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>A difference. The path of an added list item has its new position, that of a removed one its old position.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Old">The value before; null if it is added.</param>
/// <param name="New">The value after; null if it is removed.</param>
public sealed record PropertyChange(PropertyPath Path, PlanValue? Old, PlanValue? New)
{
    /// <summary>The effect on the resource. Default: updated in place.</summary>
    public ChangeEffect Effect { get; init; } = ChangeEffect.Updates;

    /// <summary>
    /// Whether anything at or below a path changes. The path is in the notation of Pulumi's options: names with dots between
    /// them, positions in brackets, <c>*</c> for any name, <c>[*]</c> for any position.
    /// </summary>
    public bool Affects(string pattern)
    {
        var wanted = PathPattern.Parse(pattern);
        var isOnTheWay = wanted.Zip(Path.Segments).All(pair => pair.First == "*" || pair.First == pair.Second.Text);
        var rest = wanted.Skip(Path.Segments.Length).ToList();
        return isOnTheWay && (Holds(Old, rest) || Holds(New, rest));
    }

    private static bool Holds(PlanValue? value, List<string> path) =>
        value switch
        {
            null => false,
            _ when path.Count == 0 => true,
            PlanMap map => map.Entries.Any(entry =>
                (path[0] is "*" || path[0] == entry.Key) && Holds(entry.Value, [.. path.Skip(1)])
            ),
            PlanList list => list
                .Items.Where((_, position) => path[0] is "*" || path[0] == $"{position}")
                .Any(item => Holds(item, [.. path.Skip(1)])),
            _ => false,
        };
}

/// <summary>The effect of a change on its resource.</summary>
public enum ChangeEffect
{
    /// <summary>The resource is updated in place.</summary>
    Updates,

    /// <summary>The resource is replaced.</summary>
    Replaces,

    /// <summary>The API rejects it for an existing object.</summary>
    Rejected,

    /// <summary>The program ignores it (<c>ignoreChanges</c>).</summary>
    Ignored,
}
