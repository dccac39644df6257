using System.Text.Json;

namespace Infra.Tests.Resources.Observability;

public sealed class DashboardTests
{
    private const int Columns = 48;

    [Theory]
    [InlineData("monitoring: {}", 10)]
    [InlineData("monitoring: { podMonitoring: false }", 6)]
    public async Task Tiles_do_not_overlap_and_stay_within_the_grid(string monitoring, int count)
    {
        var tiles = MonitoredStack
            .Tiles((await MonitoredStack.RecordAsync(monitoring)).Single("Dashboard"))
            .Select(Area)
            .ToList();

        Assert.Equal(count, tiles.Count);
        Assert.Equal(tiles.Sum(tile => tile.Width * tile.Height), tiles.SelectMany(Cells).Distinct().Count());
        Assert.All(tiles, tile => Assert.InRange(tile.X + tile.Width, 1, Columns));
    }

    [Fact]
    public async Task The_dashboard_JSON_contains_no_zero_null_or_empty_values()
    {
        var json = (await MonitoredStack.RecordAsync()).Single("Dashboard").TextAt("dashboardJson")!;

        Assert.DoesNotContain(":0,", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"\"", json.Replace("\\\"", "'", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dashboard_is_labeled_and_in_the_project_of_the_cluster()
    {
        var dashboard = (await MonitoredStack.RecordAsync()).Single("Dashboard", "a");

        Assert.Equal("my-project", dashboard.TextAt("project"));
        using var json = JsonDocument.Parse(dashboard.TextAt("dashboardJson")!);
        Assert.Equal("a in jetstream-pathways-test", json.RootElement.GetProperty("displayName").GetString());
    }

    private static (int X, int Y, int Width, int Height) Area(JsonElement tile)
    {
        return (Number("xPos"), Number("yPos"), Number("width"), Number("height"));

        int Number(string name) => tile.TryGetProperty(name, out var value) ? value.GetInt32() : 0;
    }

    private static IEnumerable<(int X, int Y)> Cells((int X, int Y, int Width, int Height) tile) =>
        from x in Enumerable.Range(tile.X, tile.Width)
        from y in Enumerable.Range(tile.Y, tile.Height)
        select (x, y);
}
