using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Resources.Observability;

/// <summary>Creates the parts of a dashboard's JSON document for Cloud Monitoring.</summary>
/// <remarks>
/// Properties with default values are omitted: Google omits them from its responses, so that the provider would always find a difference.
/// The provider ignores the order of properties and what Google adds. Sources: the reference of <c>projects.dashboards</c>,
/// resource_monitoring_dashboard.go of terraform-provider-google.
/// </remarks>
internal static class DashboardJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the document of a dashboard with tiles on a grid.</summary>
    /// <param name="displayName">The title.</param>
    /// <param name="columns">The width of the grid, at most 48.</param>
    /// <param name="tiles">The tiles, which must not overlap.</param>
    public static string Write(string displayName, int columns, IEnumerable<JsonObject> tiles) =>
        new JsonObject
        {
            ["displayName"] = displayName,
            ["mosaicLayout"] = new JsonObject { ["columns"] = columns, ["tiles"] = new JsonArray([.. tiles]) },
        }.ToJsonString(Options);

    /// <summary>Creates a tile.</summary>
    /// <param name="x">The column of its left edge.</param>
    /// <param name="y">The row of its top edge.</param>
    /// <param name="width">Its width in columns.</param>
    /// <param name="height">Its height in rows.</param>
    /// <param name="widget">Its content.</param>
    public static JsonObject CreateTile(int x, int y, int width, int height, JsonObject widget)
    {
        var tile = new JsonObject();
        foreach (var (name, value) in new[] { ("xPos", x), ("yPos", y), ("width", width), ("height", height) })
        {
            if (value != 0)
            {
                tile[name] = value;
            }
        }

        tile["widget"] = widget;
        return tile;
    }

    /// <summary>Creates a widget with Markdown.</summary>
    public static JsonObject CreateText(string title, string markdown) =>
        new()
        {
            ["title"] = title,
            ["text"] = new JsonObject { ["content"] = markdown, ["format"] = "MARKDOWN" },
        };

    /// <summary>Creates a line chart.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="unit">The label of its axis.</param>
    /// <param name="lines">Its PromQL queries with the legends of their lines; a null legend shows the labels.</param>
    public static JsonObject CreateChart(string title, string unit, params (string? Legend, string Query)[] lines) =>
        new()
        {
            ["title"] = title,
            ["xyChart"] = new JsonObject
            {
                ["dataSets"] = new JsonArray([.. lines.Select(line => CreateDataSet(line.Legend, line.Query))]),
                ["yAxis"] = new JsonObject { ["label"] = unit, ["scale"] = "LINEAR" },
            },
        };

    private static JsonObject CreateDataSet(string? legend, string query)
    {
        var dataSet = new JsonObject
        {
            ["timeSeriesQuery"] = new JsonObject { ["prometheusQuery"] = query },
            ["plotType"] = "LINE",
            ["targetAxis"] = "Y1",
        };
        if (legend is not null)
        {
            dataSet["legendTemplate"] = legend;
        }

        return dataSet;
    }
}
