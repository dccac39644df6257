using StackConfig.Reading;

namespace StackConfig.Tests.Reading;

public sealed class ScalarTests
{
    public static TheoryData<string> Accepted => [.. HostileScalars.Accepted];

    public static TheoryData<string> Refused => [.. HostileScalars.Refused];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_plain_scalar_keeps_its_spelling(string yaml)
    {
        var (node, problems) = TemporaryProject.Setting($"[{yaml}]");

        Assert.Empty(problems);
        var item = ((ListNode)node!).Items[0];
        Assert.Equal(yaml is "~" or "null" ? null : yaml, (item as ScalarNode)?.Text);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_scalar_that_parsers_read_differently_is_refused_with_advice(string yaml)
    {
        var message =
            $"'{yaml}' has a different meaning to some YAML parsers. Quote it (\"{yaml}\") if it is a string; "
            + "otherwise write it as true, false, null or a number such as 16 or 0.5.";
        var expected = new Diagnostic(Severity.Error, "k[1].x", message, "Pulumi.dev.yaml", 4);

        var (_, problems) = TemporaryProject.Setting($"\n    - a\n    - x: {yaml}");

        Assert.Equal([expected], problems);
        Assert.Equal([message], TemporaryProject.Setting(yaml).Problems.Select(problem => problem.Message));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_quoted_scalar_is_a_string(string yaml)
    {
        Assert.Equal($"[String({yaml})]", NodeText.Format(TemporaryProject.Setting($"[\"{yaml}\"]").Node));
        Assert.Equal($"[String({yaml})]", NodeText.Format(TemporaryProject.Setting($"['{yaml}']").Node));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_key_that_some_parsers_do_not_read_as_a_string_is_refused(string yaml)
    {
        var problem = Assert.Single(TemporaryProject.Setting($"{{{yaml}: a}}").Problems);

        Assert.Equal(("k", 2), (problem.Key, problem.Line));
        Assert.Contains(
            yaml == "<<" ? "merge key" : $"Quote it (\"{yaml}\")",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("true", "[Bool(true)]")]
    [InlineData("True", "[Bool(true)]")]
    [InlineData("FALSE", "[Bool(false)]")]
    [InlineData("'true'", "[String(true)]")]
    [InlineData("16", "[Number(16)]")]
    [InlineData("'16'", "[String(16)]")]
    [InlineData("null", "[null]")]
    [InlineData("NULL", "[null]")]
    [InlineData("'null'", "[String(null)]")]
    [InlineData("a", "[String(a)]")]
    [InlineData("''", "[String()]")]
    [InlineData("\"\\na\"", "[String(\na)]")]
    [InlineData("\"a\\n\\u00e9\\x41\\\\/\"", "[String(a\n\u00E9A\\/)]")]
    public void A_plain_scalar_is_classified(string yaml, string expected) =>
        Assert.Equal(expected, NodeText.Format(TemporaryProject.Setting($"[{yaml}]").Node));

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("''")]
    public void A_top_level_empty_string_is_null_as_in_the_CLI(string yaml) =>
        Assert.Equal("null", NodeText.Format(TemporaryProject.Setting(yaml).Node));

    [Theory]
    [InlineData("'[\"a\", 1.5]'", "[String(a), Number(1.5)]")]
    [InlineData("'{\"b\": 1, \"a\": null}'", "{a: null, b: Number(1)}")]
    [InlineData("'[a]'", "Any([a])")]
    [InlineData("'{\"a\": 1, \"a\": 2}'", "Any({\"a\": 1, \"a\": 2})")]
    public void A_top_level_JSON_string_is_parsed_as_the_CLI_does_for_lists(string yaml, string expected) =>
        Assert.Equal(expected, NodeText.Format(TemporaryProject.Setting(yaml).Node));

    [Theory]
    [InlineData("[!!str 1]", "has the tag `!!str`")]
    [InlineData("[!mine x]", "has the tag `!mine`")]
    [InlineData("[!!set {a: null}]", "has the tag")]
    [InlineData("[&a x]", "uses an anchor or alias")]
    [InlineData("[*a]", "uses an anchor or alias")]
    [InlineData("[&a [x]]", "uses an anchor or alias")]
    [InlineData("[\"\\/\"]", "has an escape")]
    [InlineData("[\"\\ud83d\\ude00\"]", "has an escape")]
    [InlineData("[\"\\ta\\n\"]", "starts with a tab")]
    [InlineData("[{a: , b: 1}]", "has no value")]
    [InlineData("[a:, b]", "has no value")]
    [InlineData("[{a}]", "has no value")]
    [InlineData("[@a]", "has a different meaning")]
    [InlineData("[|a]", "has a different meaning")]
    [InlineData("[b?c]", "has a different meaning")]
    [InlineData("[:a]", "has a different meaning")]
    [InlineData("[{\"a\"b}]", "follows a quote")]
    [InlineData("\n    - a\n      b", "is a string of several lines without quotes")]
    public void YAML_features_beyond_plain_values_are_refused(string yaml, string expected)
    {
        var problem = Assert.Single(TemporaryProject.Setting(yaml).Problems);

        Assert.Equal(Severity.Error, problem.Severity);
        Assert.StartsWith("k[0]", problem.Key, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }
}
