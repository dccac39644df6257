using CsCheck;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace Infra.Tests.Preview.Output;

public sealed class PlanJsonTests
{
    [Fact]
    public async Task The_small_stack_is_written_as_the_golden_file_says() =>
        Golden.Matches(PlanJson.Write(await SmallStack.RecordAsync()), "Preview/Golden/small.golden.json");

    [Fact]
    public void A_plan_that_is_written_and_read_is_the_same() =>
        GenPlan.Graph.Sample(graph => PlanJson.Read(PlanJson.Write(graph)).Equals(graph));

    [Fact]
    public void A_plan_that_is_read_and_written_is_the_same() =>
        GenPlan
            .Graph.Select(PlanJson.Write)
            .Sample(json => string.Equals(PlanJson.Write(PlanJson.Read(json)), json, StringComparison.Ordinal));

    [Fact]
    public void A_plan_has_no_trailing_spaces_and_ends_with_one_newline() =>
        GenPlan
            .Graph.Select(PlanJson.Write)
            .Sample(json =>
                json.EndsWith("}\n", StringComparison.Ordinal) && json.Split('\n').All(line => !line.EndsWith(' '))
            );

    [Fact]
    public void Every_text_reads_back() =>
        GenPlan.PlanText.Sample(text => PlanTextNotation.Read(PlanTextNotation.Write(text)).Equals(text), iter: 20_000);

    [Theory]
    [InlineData("plain [text] \\ here", "plain [text] \\ here")]
    [InlineData("[secret]", "\\[secret]")]
    [InlineData("\\[secret]", "\\\\\\[secret]")]
    [InlineData("[unknown: a]", "\\[unknown: a]")]
    public void Known_characters_that_look_like_a_part_are_escaped(string known, string written) =>
        Assert.Equal(written, PlanTextNotation.Write(PlanText.Known(known)));

    [Fact]
    public void Parts_stand_inside_the_text()
    {
        var text = PlanText.Of([
            new TextPart.Literal("C:\\"),
            new TextPart.Unknown("a]b.c"),
            new TextPart.Literal("/"),
            new TextPart.Secret(),
        ]);

        Assert.Equal("C:\\\\[unknown: a\\]b.c]/[secret]", PlanTextNotation.Write(text));
    }

    [Fact]
    public void Text_of_people_stays_readable() =>
        Assert.Contains(
            "\"한국어 é <&>'\"",
            PlanJson.Write(new StackGraph("한국어 é <&>'", "dev", [])),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "\"version\"")]
    [InlineData("""{ "project": "a" }""", "\"version\"")]
    [InlineData("""{ "version": 1, "project": "a", "stack": "b", "resources": [] }""", "has version 1")]
    [InlineData("""{ "version": "1", "project": "a", "stack": "b", "resources": [] }""", "has version \"1\"")]
    [InlineData("""{ "version": 2, "version": 2, "project": "a", "stack": "b", "resources": [] }""", "not valid JSON")]
    [InlineData(
        """{ "version": 2, "project": "a", "stack": "b" }""",
        "exactly the keys version, project, stack, resources"
    )]
    [InlineData(
        """{ "version": 2, "project": "a", "stack": "b", "resources": {} }""",
        "the plan.resources is not a list"
    )]
    [InlineData("""{ "version": 2, "project": 3, "stack": "b", "resources": [] }""", "the plan.project is not a text")]
    [InlineData(
        """{ "version": 2, "project": "a", "stack": "b", "resources": [{ "urn": "u" }] }""",
        "resources[0] is not an object"
    )]
    [InlineData(
        """
            { "version": 2, "project": "a", "stack": "b", "resources": [{ "urn": "u", "type": "t", "name": "n", "kind": "3", "parent": null,
              "dependsOn": [], "propertyDependencies": {}, "provider": null, "options": {}, "inputs": {} }] }
            """,
        "resources[0].kind is not a kind"
    )]
    public void What_is_no_plan_is_refused_with_its_reason(string json, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<PlanFormatException>(() => PlanJson.Read(json)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_unknown_part_without_end_is_refused() =>
        Assert.Throws<PlanFormatException>(() => PlanTextNotation.Read("a [unknown: b"));
}
