using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Resources.Observability;

/// <summary>A dashboard as Cloud Monitoring's API takes it, as far as it is used here.</summary>
/// <param name="DisplayName">Its title.</param>
/// <param name="MosaicLayout">What is on it.</param>
/// <remarks>
/// Source: the reference of <c>projects.dashboards</c>. Zeros and nothings are left out, since Google leaves them out of its answers and the
/// provider would find a difference for ever; what Google adds to an answer, and the order of keys, the provider overlooks. Source:
/// resource_monitoring_dashboard.go of terraform-provider-google.
/// </remarks>
internal sealed record DashboardDocument(string DisplayName, MosaicLayout MosaicLayout)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The dashboard's JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);
}

/// <summary>Tiles on a grid.</summary>
/// <param name="Columns">The grid's width, 48 at most.</param>
/// <param name="Tiles">The tiles, none over another.</param>
internal sealed record MosaicLayout(int Columns, ImmutableArray<DashboardTile> Tiles);

/// <summary>A place on the grid.</summary>
/// <param name="XPos">Columns to its left.</param>
/// <param name="YPos">Rows above it.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its rows.</param>
/// <param name="Widget">What is there.</param>
internal sealed record DashboardTile(int XPos, int YPos, int Width, int Height, Widget Widget);

/// <summary>A chart or a text.</summary>
/// <param name="Title">Its title.</param>
/// <param name="XyChart">The chart.</param>
/// <param name="Text">The text.</param>
internal sealed record Widget(string Title, XyChart? XyChart = null, TextBlock? Text = null)
{
    /// <summary>A chart of lines.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="unit">What its axis counts.</param>
    /// <param name="lines">What it shows: the queries, each with the name of its line; null where its labels tell.</param>
    public static Widget Chart(string title, string unit, params (string? Legend, string Query)[] lines) =>
        new(
            title,
            XyChart: new(
                [.. lines.Select(line => new DataSet(new(line.Query), "LINE", "Y1", line.Legend))],
                new(unit, "LINEAR")
            )
        );
}

/// <summary>A chart over time.</summary>
/// <param name="DataSets">Its lines.</param>
/// <param name="YAxis">Its axis.</param>
internal sealed record XyChart(ImmutableArray<DataSet> DataSets, Axis YAxis);

/// <summary>The lines of one query.</summary>
/// <param name="TimeSeriesQuery">The query.</param>
/// <param name="PlotType">How they are drawn.</param>
/// <param name="TargetAxis">The axis that they belong to.</param>
/// <param name="LegendTemplate">Their name; null where their labels tell.</param>
internal sealed record DataSet(
    TimeSeriesQuery TimeSeriesQuery,
    string PlotType,
    string TargetAxis,
    string? LegendTemplate
);

/// <summary>A query.</summary>
/// <param name="PrometheusQuery">In PromQL.</param>
internal sealed record TimeSeriesQuery(string PrometheusQuery);

/// <summary>An axis.</summary>
/// <param name="Label">What it counts.</param>
/// <param name="Scale">How it is divided.</param>
internal sealed record Axis(string Label, string Scale);

/// <summary>A text.</summary>
/// <param name="Content">The text.</param>
/// <param name="Format">How it is written.</param>
internal sealed record TextBlock(string Content, string Format);
