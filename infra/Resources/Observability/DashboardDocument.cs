using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Resources.Observability;

/// <summary>Creates the JSON of a dashboard of Cloud Monitoring: Markdown on top, and charts below, two in a row.</summary>
/// <remarks>
/// Source: the reference of <c>projects.dashboards</c>. Zeros and nulls are left out: Google leaves them out of its answers, and the
/// provider would find a difference each time. It ignores what Google adds and the order of keys. Source:
/// resource_monitoring_dashboard.go of terraform-provider-google.
/// </remarks>
internal static class DashboardDocument
{
    private const int Columns = 48;
    private const int ChartWidth = Columns / 2;
    private const int ChartHeight = 16;
    private const int TextHeight = 10;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON of a dashboard.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="text">The widget on top.</param>
    /// <param name="charts">The widgets below.</param>
    public static string Create(string title, JsonObject text, IEnumerable<JsonObject> charts)
    {
        IEnumerable<JsonNode> tiles =
        [
            Tile(text, 0, 0, Columns, TextHeight),
            .. charts.Select(
                (chart, index) =>
                    Tile(chart, index % 2 * ChartWidth, TextHeight + index / 2 * ChartHeight, ChartWidth, ChartHeight)
            ),
        ];
        var document = new JsonObject
        {
            ["displayName"] = title,
            ["mosaicLayout"] = new JsonObject { ["columns"] = Columns, ["tiles"] = new JsonArray([.. tiles]) },
        };
        return document.ToJsonString(Options);
    }

    /// <summary>A widget of Markdown.</summary>
    public static JsonObject Text(string title, string markdown) =>
        new()
        {
            ["title"] = title,
            ["text"] = new JsonObject { ["content"] = markdown, ["format"] = "MARKDOWN" },
        };

    /// <summary>A widget with a line chart.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="unit">The label of its axis.</param>
    /// <param name="lines">Queries in PromQL, each with its legend; null where the labels of its series are enough.</param>
    public static JsonObject Chart(
        string title,
        string unit,
        params IEnumerable<(string? Legend, string Query)> lines
    ) =>
        new()
        {
            ["title"] = title,
            ["xyChart"] = new JsonObject
            {
                ["dataSets"] = new JsonArray([.. lines.Select(line => DataSet(line.Legend, line.Query))]),
                ["yAxis"] = new JsonObject { ["label"] = unit, ["scale"] = "LINEAR" },
            },
        };

    private static JsonObject DataSet(string? legend, string query)
    {
        var lines = new JsonObject
        {
            ["timeSeriesQuery"] = new JsonObject { ["prometheusQuery"] = query },
            ["plotType"] = "LINE",
            ["targetAxis"] = "Y1",
        };
        if (legend is not null)
        {
            lines["legendTemplate"] = legend;
        }

        return lines;
    }

    private static JsonObject Tile(JsonObject widget, int x, int y, int width, int height) =>
        new(
            new (string Key, int Value)[] { ("xPos", x), ("yPos", y), ("width", width), ("height", height) }
                .Where(entry => entry.Value > 0)
                .Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, entry.Value))
                .Append(KeyValuePair.Create<string, JsonNode?>("widget", widget))
        );
}
