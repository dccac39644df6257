using Infra.Preview.Graph;

namespace Infra.Preview.Output;

/// <summary>Writes what a stack would create as the tree that <c>pulumi preview</c> shows, and a summary of its TPU slices.</summary>
public static class TreeRenderer
{
    private static readonly string[] Header = ["     Type", "Name", "Plan"];
    private static readonly string[] TpuHeader =
    [
        "    LeaderWorkerSet",
        "Replicas",
        "Slices",
        "Topology",
        "Hosts",
        "Chips",
    ];

    /// <summary>Writes the tree, the counts and, where there are slices, the summary. No colours.</summary>
    public static string Render(StackGraph graph)
    {
        var children = graph.Resources.ToLookup(resource => resource.Parent, StringComparer.Ordinal);
        var rows = new List<string[]> { Header };
        foreach (var root in children[null])
        {
            AddRow(rows, root, "");
            AddChildren(rows, children, root, "");
        }

        return TextTable.Write(rows) + Counts(graph) + Summary(TpuSummary.Of(graph));
    }

    private static void AddChildren(
        List<string[]> rows,
        ILookup<string?, ResourceNode> children,
        ResourceNode parent,
        string guide
    )
    {
        var sorted = children[parent.Urn]
            .OrderBy(child => child.Type, StringComparer.Ordinal)
            .ThenBy(child => child.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var child in sorted)
        {
            var isLast = child == sorted[^1];
            AddRow(rows, child, guide + (isLast ? "└─ " : "├─ "));
            AddChildren(rows, children, child, guide + (isLast ? "   " : "│  "));
        }
    }

    private static void AddRow(List<string[]> rows, ResourceNode resource, string guide)
    {
        var step = PlannedStep.Of(resource);
        rows.Add([$" {step.Prefix}  {guide}{ShortType(resource.Type)}", resource.Name, step.Name]);
    }

    // As Pulumi shows it: the file of a module is left out when it only repeats the type.
    private static string ShortType(string type)
    {
        var parts = type.Split(':');
        var slash = parts.Length == 3 ? parts[1].LastIndexOf('/') : -1;
        return slash >= 0 && string.Equals(parts[1][(slash + 1)..], LowerFirst(parts[2]), StringComparison.Ordinal)
            ? $"{parts[0]}:{parts[1][..slash]}:{parts[2]}"
            : type;
    }

    private static string LowerFirst(string name) => name.Length == 0 ? "" : char.ToLowerInvariant(name[0]) + name[1..];

    private static string Counts(StackGraph graph)
    {
        var counts = graph
            .Resources.Select(PlannedStep.Of)
            .Where(step => step.IsCounted)
            .CountBy(step => step)
            .OrderBy(count => count.Key.Name, StringComparer.Ordinal);
        return "\nResources:\n"
            + string.Concat(counts.Select(count => $"    {count.Key.Prefix}{count.Value} to {count.Key.Name}\n"));
    }

    private static string Summary(TpuSummary summary)
    {
        var rows = summary
            .Servings.Select(serving =>
                new[]
                {
                    serving.Name,
                    Show(serving.Replicas),
                    Show(serving.Slices),
                    serving.Topology ?? "unknown",
                    Show(serving.Hosts),
                    Show(serving.Chips),
                }
            )
            .Append(["total", "", Show(summary.Slices), "", Show(summary.Hosts), Show(summary.Chips)])
            .Select(string[] (row) => ["    " + row[0], .. row[1..]])
            .Prepend(TpuHeader)
            .ToList();
        return summary.Servings.IsEmpty ? "" : "\nTPU:\n" + TextTable.Write(rows);
    }

    private static string Show(int? number) => number?.ToString() ?? "unknown";
}
