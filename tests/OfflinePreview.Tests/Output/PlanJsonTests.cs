using System.Text;
using System.Text.Json;
using CsCheck;
using OfflinePreview.Graph;
using OfflinePreview.Output;

namespace OfflinePreview.Tests.Output;

public sealed class PlanJsonTests
{
    [Fact]
    public async Task The_plan_of_the_small_stack_matches_the_golden_file() =>
        Golden.Matches(PlanJson.Write(await SmallStack.RecordAsync()), "Golden/small.golden.json");

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

    [Theory]
    [InlineData("\"[secret]\"")]
    [InlineData("""{"$unknown":"cluster.endpoint"}""")]
    [InlineData("""{"$secret":null}""")]
    [InlineData("""{"$secret":"0123456789ab"}""")]
    [InlineData("""{"$concat":["gs://",{"$unknown":"bucket.name"},"/",{"$secret":null}]}""")]
    [InlineData("""{"$map":{"$unknown":"a key of the user's own","other":{"$secret":null}}}""")]
    [InlineData("""{"$map":{"$map":{"$map":{"$map":1}}}}""")]
    public void A_value_round_trips_through_JSON(string json) => Assert.Equal(json, Write(Read(json)));

    [Theory]
    [InlineData("""{"$unknown":"a","b":1}""", "\"$unknown\"")]
    [InlineData("""{"$secret":1}""", "\"$secret\"")]
    [InlineData("""{"$other":1}""", "\"$other\"")]
    [InlineData("""{"$concat":["a",1]}""", "$concat")]
    public void An_object_with_a_reserved_key_that_means_nothing_is_refused(string json, string key) =>
        Assert.Contains(key, Assert.Throws<PlanFormatException>(() => Read(json)).Message, StringComparison.Ordinal);

    private static PlanValue Read(string json) => PlanValueReader.Read(JsonDocument.Parse(json).RootElement)!;

    private static string Write(PlanValue value)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, PlanJsonWriter.Layout with { Indented = false }))
        {
            json.WriteValue(value);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    [Fact]
    public void Non_ASCII_text_is_not_escaped() =>
        Assert.Contains(
            "\"한국어 é <&>'\"",
            PlanJson.Write(new StackGraph("한국어 é <&>'", "dev", [])),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "\"version\"")]
    [InlineData("""{ "project": "a" }""", "\"version\"")]
    [InlineData("""{ "version": 1, "project": "a", "stack": "b", "resources": [] }""", "has version 1,")]
    [InlineData("""{ "version": 2, "project": "a", "stack": "b", "resources": [] }""", "Write it again with preview")]
    [InlineData("""{ "version": "1", "project": "a", "stack": "b", "resources": [] }""", "has version \"1\"")]
    [InlineData("""{ "version": 3, "version": 3, "project": "a", "stack": "b", "resources": [] }""", "not valid JSON")]
    [InlineData(
        """{ "version": 3, "project": "a", "stack": "b" }""",
        "The plan is not an object with exactly the keys version, project, stack, resources"
    )]
    [InlineData(
        """{ "version": 3, "project": "a", "stack": "b", "resources": {} }""",
        "The plan's resources is not a list"
    )]
    [InlineData(
        """{ "version": 3, "project": 3, "stack": "b", "resources": [] }""",
        "The plan's project is not a string"
    )]
    [InlineData(
        """{ "version": 3, "project": "a", "stack": "b", "resources": [{ "urn": "u" }] }""",
        "The plan's resources[0] is not an object"
    )]
    [InlineData(
        """
            { "version": 3, "project": "a", "stack": "b", "resources": [{ "urn": "u", "type": "t", "name": "n", "kind": "3", "parent": null,
              "dependsOn": [], "propertyDependencies": {}, "provider": null, "options": {}, "inputs": {} }] }
            """,
        "The plan's resources[0].kind is not a kind"
    )]
    [InlineData("", "The plan is empty. Write one with preview --output json.")]
    public void An_invalid_plan_is_refused_with_a_reason(string json, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<PlanFormatException>(() => PlanJson.Read(json)).Message,
            StringComparison.Ordinal
        );
}
