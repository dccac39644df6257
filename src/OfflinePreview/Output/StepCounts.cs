using OfflinePreview.Diff;

namespace OfflinePreview.Output;

/// <summary>Counts what an update does, in Pulumi's words.</summary>
public static class StepCounts
{
    /// <summary>How often each kind of change occurs, in Pulumi's order; kinds that do not occur are left out.</summary>
    public static IReadOnlyList<StepCount> Changes(GraphDiff diff)
    {
        var changes = diff.Steps.Where(step => step.IsChange).ToList();
        return
        [
            .. StepDisplay
                .All.Select(planned => new StepCount(planned.Kind, changes.Count(step => step.Kind == planned.Kind)))
                .Where(counted => counted.Count > 0),
        ];
    }

    /// <summary>How many resources stay as they are.</summary>
    public static int Unchanged(GraphDiff diff) =>
        diff.Steps.Count(step => step.Kind == StepKind.Same && step.New is not null);

    /// <summary>One kind of change as Pulumi counts it: <c>+ 5 to create</c>.</summary>
    public static string Format(StepKind kind, int count) =>
        $"{StepDisplay.ForKind(kind).Prefix}{count} to {StepDisplay.ForKind(kind).Name}";

    /// <summary>The block that ends Pulumi's previews.</summary>
    public static string FormatSummary(GraphDiff diff)
    {
        var changes = Changes(diff);
        var unchanged = Unchanged(diff);
        string[] totals =
        [
            .. changes.Count > 1 ? [$"{changes.Sum(change => change.Count)} changes"] : Array.Empty<string>(),
            .. unchanged > 0 ? [$"{unchanged} unchanged"] : Array.Empty<string>(),
        ];
        return "Resources:\n"
            + string.Concat(changes.Select(change => $"    {Format(change.Kind, change.Count)}\n"))
            + (totals.Length > 0 ? $"    {string.Join(". ", totals)}\n" : "");
    }
}

/// <summary>How often a kind of change occurs.</summary>
public sealed record StepCount(StepKind Kind, int Count);
