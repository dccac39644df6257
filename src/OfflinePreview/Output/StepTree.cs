using OfflinePreview.Diff;

namespace OfflinePreview.Output;

/// <summary>Writes what an update does as the tree that <c>pulumi preview</c> shows.</summary>
public sealed class StepTree
{
    private static readonly string[] Marks = ["+", "-", "~"];

    private readonly List<string[]> _rows =
    [
        ["     Type", "Name", "Plan", "Info"],
    ];
    private readonly ILookup<string, ResourceStep> _children;
    private readonly HashSet<ResourceStep> _shown = new(ReferenceEqualityComparer.Instance);

    private StepTree(GraphDiff diff)
    {
        var byUrn = diff.Steps.ToDictionary(step => step.Resource.Urn, StringComparer.Ordinal);
        var renamed = diff
            .Steps.Where(step => step.RenamedFrom is not null)
            .ToDictionary(step => step.RenamedFrom!, step => step.Resource.Urn, StringComparer.Ordinal);
        _children = diff.Steps.ToLookup(step => ParentOf(step) ?? "", StringComparer.Ordinal);
        foreach (var step in diff.Steps.Where(step => step.IsVisible))
        {
            for (var next = step; next is not null && _shown.Add(next); )
            {
                next = ParentOf(next) is { } parent ? byUrn[parent] : null;
            }
        }

        string? ParentOf(ResourceStep step)
        {
            var parent = step.Resource.Parent is { } urn ? renamed.GetValueOrDefault(urn, urn) : null;
            return parent is not null && byUrn.ContainsKey(parent) ? parent : null;
        }
    }

    /// <summary>Writes the resources that change, and those around them.</summary>
    /// <param name="diff">The changes.</param>
    /// <param name="width">The width of the lines; null for any.</param>
    public static string Write(GraphDiff diff, int? width = null)
    {
        var tree = new StepTree(diff);
        tree.AddChildren("", "", isRoot: true);
        var hasInfo = tree._rows.Skip(1).Any(row => row[^1].Length > 0);
        return TextTable.Write(hasInfo ? tree._rows : [.. tree._rows.Select(row => row[..^1])], width);
    }

    private void AddChildren(string parent, string guide, bool isRoot = false)
    {
        var sorted = _children[parent]
            .Where(_shown.Contains)
            .OrderBy(step => step.Resource.Type, StringComparer.Ordinal)
            .ThenBy(step => step.Resource.Name, StringComparer.Ordinal)
            .ToList();
        if (RemoteChildrenRow.Summarize(sorted) is { } summary)
        {
            _rows.Add([
                $" {summary.Planned.Prefix}  {guide}└─ {summary.Count} objects",
                "",
                summary.Planned.Name,
                $"[{summary.Kinds}]",
            ]);
            return;
        }

        foreach (var step in sorted)
        {
            var isLast = ReferenceEquals(step, sorted[^1]);
            AddRow(step, isRoot ? "" : guide + (isLast ? "└─ " : "├─ "));
            AddChildren(step.Resource.Urn, isRoot ? "" : guide + (isLast ? "   " : "│  "));
        }
    }

    private void AddRow(ResourceStep step, string guide)
    {
        var planned = StepDisplay.ForKind(step.Kind);
        _rows.Add([
            $" {planned.Prefix}  {guide}{PrintableText.SingleLine(TypeTokens.Abbreviate(step.Resource.Type))}",
            PrintableText.SingleLine(step.Resource.Name),
            planned.Name,
            Info(step),
        ]);
    }

    private static string Info(ResourceStep step)
    {
        if (step.Old is null || step.New is null)
        {
            return "";
        }

        string[] parts =
        [
            .. DiffKeys(step) is { Length: > 0 } keys ? [$"[diff: {keys}]"] : Array.Empty<string>(),
            .. step.RenamedFrom is { } urn
                ? [$"[renamed from: {ResourceUrn.Parse(urn)?.Name ?? urn}]"]
                : Array.Empty<string>(),
        ];
        return PrintableText.SingleLine(string.Join(' ', parts));
    }

    // As Pulumi has it: what is added, then what is removed, then what differs.
    private static string DiffKeys(ResourceStep step)
    {
        var changes = step
            .Changes.Concat(step.OptionChanges)
            .Select(change => (Mark: Mark(change), Key: change.Path.Segments[0].Text))
            .Distinct()
            .ToLookup(change => change.Mark, change => change.Key, StringComparer.Ordinal);
        return string.Concat(
            Marks
                .Where(changes.Contains)
                .Select(mark => mark + string.Join(',', changes[mark].Order(StringComparer.Ordinal)))
        );
    }

    // A change further down means that the key is there before and after.
    private static string Mark(PropertyChange change) =>
        change.Path.Segments.Length > 1 ? "~"
        : change.Old is null ? "+"
        : change.New is null ? "-"
        : "~";
}
