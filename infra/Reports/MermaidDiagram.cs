using System.Text;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Reports;

/// <summary>Draws Services, the groups of LeaderWorkerSets, their slices, and node pools as a Mermaid diagram.</summary>
public sealed class MermaidDiagram
{
    // GitHub draws no diagram of more than 50,000 characters or 500 edges.
    private const int MaxSets = 20;
    private const int MaxPools = 80;
    private const int MaxSlices = 8;
    private const int MaxLinks = 200;
    private const int MaxCharacters = 50_000;

    private readonly StringBuilder _lines = new("flowchart LR\n");
    private int _links;

    private MermaidDiagram() { }

    /// <summary>Draws a graph; empty when it has no LeaderWorkerSet, or names so long that GitHub would not draw them. The same graph gives the same text.</summary>
    public static string Write(StackGraph graph)
    {
        var sets = graph.Resources.Where(TpuServing.IsLeaderWorkerSet).ToList();
        if (sets.Count == 0)
        {
            return "";
        }

        var diagram = new MermaidDiagram();
        foreach (var (index, set) in sets.Take(MaxSets).Index())
        {
            diagram.AddSet($"set{index}", set);
        }

        diagram.AddServices(graph, [.. sets.Take(MaxSets)]);
        diagram.AddPools(graph, [.. sets.Take(MaxSets)]);
        if (sets.Count > MaxSets)
        {
            diagram.Add($"more[\"{sets.Count - MaxSets} more LeaderWorkerSets\"]");
        }

        return diagram._lines.Length <= MaxCharacters ? diagram._lines.ToString() : "";
    }

    private void AddSet(string id, ResourceState set)
    {
        var serving = TpuServing.FromResource(set);
        var pods = Pods(set);
        Add($"subgraph {id}[\"LeaderWorkerSet {Label(serving.Name)}\"]");
        if (serving is { Replicas: >= 0 and <= MaxSlices, TotalSlices: >= 0 and <= MaxSlices })
        {
            AddGroups(id, serving, pods);
        }
        else
        {
            Add(
                $"  {id}g[\"{Known(serving.Replicas)} groups of {pods} pods\"] --> {id}s[\"{Known(serving.TotalSlices)} × {Slice(serving)}\"]"
            );
        }

        Add("end");
    }

    private void AddGroups(string id, TpuServing serving, string pods)
    {
        for (var group = 0; group < serving.Replicas; group++)
        {
            Add($"  {id}g{group}[\"group {group}, {pods} pods\"]");
            for (var slice = 0; slice < serving.TotalSlices / serving.Replicas; slice++)
            {
                Add($"  {id}g{group} --> {id}g{group}s{slice}[\"{Slice(serving)}\"]");
            }
        }
    }

    private void AddServices(StackGraph graph, List<ResourceState> sets)
    {
        foreach (
            var (index, service) in graph
                .Resources.Where(resource => resource.Type == "kubernetes:core/v1:Service")
                .Index()
        )
        {
            var name =
                $"service{index}([\"Service {Label(KubernetesObject.FromResource(service)?.Name ?? service.Name)}\"])";
            Link(
                sets.Index()
                    .Where(set => PodSelection.Selects(service, set.Item))
                    .Select(set => $"{name} --> set{set.Index}")
            );
        }
    }

    private void AddPools(StackGraph graph, List<ResourceState> sets)
    {
        var pools = graph.Resources.Where(TpuNodePool.IsNodePool).Take(MaxPools).Index();
        foreach (var (index, pool) in pools)
        {
            var machine = pool.Inputs.Find("nodeConfig", "machineType").AsString();
            var name =
                $"pool{index}[/\"node pool {Label(pool.Inputs["name"].AsString() ?? pool.Name)}<br>{Label(machine ?? "")}\"/]";
            Add(name);
            Link(
                sets.Index()
                    .Where(set => PodSelection.CanRunOn(set.Item, pool))
                    .Select(set => $"set{set.Index} -.-> pool{index}")
            );
        }
    }

    private void Link(IEnumerable<string> links)
    {
        foreach (var link in links.Take(MaxLinks - _links))
        {
            Add(link);
            _links++;
        }
    }

    private void Add(string line) => _lines.Append(line).Append('\n');

    private static string Pods(ResourceState set)
    {
        var size = set.Inputs.Find("spec", "leaderWorkerTemplate", "size");
        return Known(size is null ? 1 : size.AsInteger());
    }

    private static string Slice(TpuServing serving) => $"slice {Label(serving.Topology ?? "unknown")}";

    private static string Known(long? number) => number is { } known ? $"{known}" : "unknown";

    // Everything except plain characters as a character reference of Mermaid.
    private static string Label(string text) =>
        string.Concat(
            PrintableText
                .Truncate(text, 80)
                .EnumerateRunes()
                .Select(rune =>
                    Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or '_' or '/' or '-'
                        ? rune.ToString()
                        : $"#{rune.Value};"
                )
        );
}
