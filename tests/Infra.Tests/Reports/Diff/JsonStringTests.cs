using Infra.Reports;
using OfflinePreview.Diff;
using OfflinePreview.Graph;

namespace Infra.Tests.Reports.Diff;

/// <summary>Texts that are JSON are shown by what is in them.</summary>
public sealed class JsonTextTests
{
    [Fact]
    public void Only_the_difference_of_two_strings_is_shown() =>
        Assert.Equal(
            ["~ text.tiles[0].title: \"old\" => \"new\"", "+ text.tiles[1]: 2"],
            Lines("""{"tiles": [{"title": "old", "width": 24}]}""", """{"tiles": [{"title": "new", "width": 24}, 2]}""")
        );

    [Fact]
    public void An_added_JSON_string_is_shown_leaf_by_leaf() =>
        Assert.Equal(
            ["+ text.a: true", "+ text.b[0]: \"one\"", "+ text.b[1]: 2.50"],
            Lines(null, """{"b": ["one", 2.50], "a": true}""")
        );

    [Theory]
    [InlineData("""{"a": 1}""", """{ "a" : 1 }""")]
    [InlineData("""{"a": 1}""", """{"a": 1, "a": 1}""")]
    [InlineData("""{"a": 1}""", """{"a": 1""")]
    [InlineData("""{"a": 1}""", "a")]
    [InlineData("1", "2")]
    public void Invalid_or_equivalent_JSON_is_shown_verbatim(string before, string after) =>
        Assert.Equal([$"~ text: {Quoted(before)} => {Quoted(after)}"], Lines(before, after));

    [Fact]
    public void The_dashboard_of_another_namespace_differs_in_its_queries()
    {
        var lines = Lines("""{"query": "up{namespace=\"a\"}"}""", """{"query": "up{namespace=\"b\"}"}""");

        Assert.Equal(["""~ text.query: "up{namespace=\"a\"}" => "up{namespace=\"b\"}" """.TrimEnd()], lines);
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static IEnumerable<string> Lines(string? before, string after)
    {
        var text = DiffRenderer.Render(GraphDiff.Compare(Graph(before), Graph(after)));
        return text.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Contains(" text", StringComparison.Ordinal));
    }

    private static StackGraph Graph(string? text)
    {
        var resource = new ResourceState
        {
            Urn = "urn:pulumi:dev::shop::shop:index:Thing::thing",
            Type = "shop:index:Thing",
            Name = "thing",
            DependsOn = [],
            Options = PlanMap.Empty,
            Inputs = PlanMap.From(text is null ? [] : [KeyValuePair.Create("text", (PlanValue)PlanString.Known(text))]),
        };
        return new("shop", "dev", [resource]);
    }
}
