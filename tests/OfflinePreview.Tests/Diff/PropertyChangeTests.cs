using OfflinePreview.Diff;
using OfflinePreview.Graph;
using static Tests.Shared.SmallGraph;

namespace OfflinePreview.Tests.Diff;

/// <summary>Which changes the paths of options such as <c>ignoreChanges</c> mean, and how the paths of changes are written.</summary>
public sealed class PropertyChangeTests
{
    [Theory]
    [InlineData("spec", true)]
    [InlineData("spec.size", true)]
    [InlineData("*", true)]
    [InlineData("*.size", true)]
    [InlineData("spec[\"size\"]", true)]
    [InlineData("spec.other", false)]
    [InlineData("other", false)]
    [InlineData("other.size", false)]
    public void A_path_pattern_covers_the_path_and_its_descendants(string pattern, bool affects) =>
        Assert.Equal(
            affects,
            Change(Map(("spec", Map(("size", Text("1"))))), Map(("spec", Map(("size", Text("2")))))).Affects(pattern)
        );

    [Theory]
    [InlineData("spec.ports[0].name", true)]
    [InlineData("spec.ports[1].name", true)]
    [InlineData("spec.ports[*].name", true)]
    [InlineData("spec.ports[2].name", false)]
    [InlineData("spec.ports[0].port", false)]
    [InlineData("spec.*[1]", true)]
    [InlineData("spec.labels[\"a.b\"]", true)]
    [InlineData("spec.labels[\"a\\\"b\"]", true)]
    [InlineData("spec.labels.a", false)]
    [InlineData("spec.text.any", false)]
    [InlineData("spec.none", false)]
    public void A_path_may_point_into_an_added_or_removed_value(string pattern, bool affects)
    {
        var ports = new PlanList([Map(("name", Text("a"))), Map(("name", Text("b")))]);
        var labels = Map(("a.b", Text("c")), ("a\"b", Text("d")));
        var spec = Map(("spec", Map(("ports", ports), ("labels", labels), ("text", Text("t")))));

        Assert.Equal(affects, Change(PlanMap.Empty, spec).Affects(pattern));
        Assert.Equal(affects, Change(spec, PlanMap.Empty).Affects(pattern));
    }

    [Theory]
    [InlineData("size", "size")]
    [InlineData("a-b_c$1", "a-b_c$1")]
    [InlineData("a.b", "[\"a.b\"]")]
    [InlineData("a\"b\\c", "[\"a\\\"b\\\\c\"]")]
    [InlineData("a\nb", "[\"a\\u000ab\"]")]
    [InlineData("", "[\"\"]")]
    public void A_name_that_is_not_an_identifier_is_quoted(string name, string written)
    {
        var change = Change(PlanMap.Empty, Map((name, Text("1"))));

        Assert.Equal(written, change.Path.ToString());
        Assert.True(change.Affects(change.Path.ToString()));
    }

    [Fact]
    public void Key_paths_use_dots_and_bracketed_indexes()
    {
        PlanMap Inputs(string text) => Map(("spec", Map(("args", List("a", text, "c")))));

        Assert.Equal("spec.args[1]", Change(Inputs("b"), Inputs("x")).Path.ToString());
    }

    private static PropertyChange Change(PlanMap before, PlanMap after) =>
        Assert.Single(
            GetStep(CreateResource("some:Thing", "it", before), CreateResource("some:Thing", "it", after)).Changes
        );
}
