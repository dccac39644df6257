using OfflinePreview.Graph;

namespace OfflinePreview.Diff;

/// <summary>A value that differs. Added items of a list have their new position, removed ones their old one.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Old">What was there; null when it is added.</param>
/// <param name="New">What is there now; null when it is removed.</param>
public sealed record PropertyChange(PropertyPath Path, PlanValue? Old, PlanValue? New)
{
    /// <summary>What the change does to the resource. Default: it is applied in place.</summary>
    public ChangeEffect Effect { get; init; } = ChangeEffect.Updates;

    /// <summary>
    /// Whether anything at or below a place changes. The place is written as Pulumi's options write it: names with dots between
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

/// <summary>What a change of one property does to its resource.</summary>
public enum ChangeEffect
{
    /// <summary>It is applied in place.</summary>
    Updates,

    /// <summary>The resource is made anew.</summary>
    Replaces,

    /// <summary>The server refuses it for an object that exists.</summary>
    Rejected,

    /// <summary>The program asked for changes of it to be ignored.</summary>
    Ignored,
}
