using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Tests.Resources.Platform;
using OfflinePreview.Graph;

namespace Infra.Tests.Resources.Observability;

/// <summary>Stacks with monitoring, and the queries in their dashboards and alerts.</summary>
internal static partial class MonitoredStack
{
    /// <summary>Records a stack with a managed cluster and one serving, <c>a</c>.</summary>
    public static Task<StackGraph> RecordAsync(params string[] settings) =>
        ManagedStack.RecordAsync(ManagedStack.Serving("a", settings));

    /// <summary>The names of a resource's kind in the graph, sorted.</summary>
    public static IEnumerable<string> Names(this StackGraph graph, string type) =>
        graph.GetResources(type).Select(resource => resource.Name).Order(StringComparer.Ordinal);

    /// <summary>Every query of every dashboard and alert.</summary>
    public static IReadOnlyList<string> Queries(StackGraph graph) =>
        [
            .. graph.GetResources("Dashboard").SelectMany(board => GetQueries(board)),
            .. graph
                .GetResources("AlertPolicy")
                .SelectMany(alert => Conditions(alert).Select(condition => condition.Query)),
        ];

    /// <summary>The queries of a dashboard.</summary>
    public static IEnumerable<string> GetQueries(ResourceState dashboard) =>
        Tiles(dashboard)
            .Where(tile => tile.GetProperty("widget").TryGetProperty("xyChart", out _))
            .SelectMany(tile =>
                tile.GetProperty("widget").GetProperty("xyChart").GetProperty("dataSets").EnumerateArray()
            )
            .Select(data => data.GetProperty("timeSeriesQuery").GetProperty("prometheusQuery").GetString()!);

    /// <summary>The tiles of a dashboard.</summary>
    public static IReadOnlyList<JsonElement> Tiles(ResourceState dashboard)
    {
        using var json = JsonDocument.Parse(dashboard.TextAt("dashboardJson")!);
        return [.. json.RootElement.Clone().GetProperty("mosaicLayout").GetProperty("tiles").EnumerateArray()];
    }

    /// <summary>The conditions of an alert.</summary>
    public static IEnumerable<(string Title, string Query, string Duration)> Conditions(ResourceState alert)
    {
        const string Promql = "conditionPrometheusQueryLanguage";
        var count = ((PlanList)alert.Inputs["conditions"]!).Items.Length;
        return Enumerable
            .Range(0, count)
            .Select(index =>
                (
                    alert.TextAt($"conditions|{index}|displayName")!,
                    alert.TextAt($"conditions|{index}|{Promql}|query")!,
                    alert.TextAt($"conditions|{index}|{Promql}|duration")!
                )
            );
    }

    /// <summary>The series in a query: names with labels.</summary>
    public static IReadOnlyList<(string Name, string Labels)> Series(string query) =>
        [.. Selector.Matches(query).Select(match => (match.Groups["name"].Value, match.Groups["labels"].Value))];

    /// <summary>The words of a query except those in series and strings.</summary>
    public static IEnumerable<string> Words(string query) =>
        Word.Matches(Selector.Replace(query, "")).Select(match => match.Value);

    [GeneratedRegex(
        """(?<name>[a-zA-Z_:][\w:]*)\{(?<labels>([^"{}]|"([^"\\]|\\.)*")*)\}""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Selector { get; }

    [GeneratedRegex(@"(?<![\w$.])[a-zA-Z_][\w:]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word { get; }
}
