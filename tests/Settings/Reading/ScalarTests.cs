using Infra.Settings;

namespace Infra.Tests.Settings.Reading;

/// <summary>The expected texts are what gopkg.in/yaml.v3 3.0.1 and encoding/json gave for the same input.</summary>
public sealed class ScalarTests
{
    [Theory]
    [InlineData("1e3", "1000")]
    [InlineData("1E3", "1000")]
    [InlineData("0775", "509")]
    [InlineData("-0775", "-509")]
    [InlineData("0778", "778")]
    [InlineData("08", "8")]
    [InlineData("0x1F", "31")]
    [InlineData("+0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("0b101", "5")]
    [InlineData("1_000", "1000")]
    [InlineData("1_", "1")]
    [InlineData("+1", "1")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1.0", "1")]
    [InlineData("1.", "1")]
    [InlineData("0.10", "0.1")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1e-6", "0.000001")]
    [InlineData("1.5e-7", "1.5e-7")]
    [InlineData("12345678.0", "12345678")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("18446744073709551616", "18446744073709552000")]
    [InlineData("-9223372036854775809", "-9223372036854776000")]
    [InlineData("0xFFFFFFFFFFFFFFFF", "18446744073709551615")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("0.30000000000000004", "0.30000000000000004")]
    [InlineData("16", "16")]
    public void A_number_has_the_text_that_the_CLI_gives_it(string yaml, string expected)
    {
        Assert.Equal($"Any({expected})", NodeText.Of(TemporaryProject.Setting(yaml).Node));
        Assert.Equal($"[Number({expected})]", NodeText.Of(TemporaryProject.Setting($"[{yaml}]").Node));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("off")]
    [InlineData("y")]
    [InlineData("tRue")]
    [InlineData("1e999")]
    [InlineData("0x")]
    [InlineData("12:30:45")]
    [InlineData("2024-13-45")]
    [InlineData("2024-02-30")]
    [InlineData("2024-01-01T00:00:00")]
    [InlineData("1.2.3")]
    [InlineData("4x4")]
    [InlineData("=")]
    [InlineData("inf")]
    [InlineData("._5")]
    [InlineData("gs://bucket/path")]
    public void What_is_no_number_is_a_text(string yaml)
    {
        Assert.Equal($"Any({yaml})", NodeText.Of(TemporaryProject.Setting(yaml).Node));
        Assert.Equal($"[Text({yaml})]", NodeText.Of(TemporaryProject.Setting($"[{yaml}]").Node));
    }

    [Theory]
    [InlineData("true", "[Bool(true)]")]
    [InlineData("True", "[Bool(true)]")]
    [InlineData("FALSE", "[Bool(false)]")]
    [InlineData("'true'", "[Text(true)]")]
    [InlineData("'16'", "[Text(16)]")]
    [InlineData("\"1e3\"", "[Text(1e3)]")]
    [InlineData("!!str 12", "[Text(12)]")]
    [InlineData("~", "[null]")]
    [InlineData("NULL", "[null]")]
    [InlineData("''", "[Text()]")]
    public void Quotes_keep_a_text_a_text(string yaml, string expected) =>
        Assert.Equal(expected, NodeText.Of(TemporaryProject.Setting($"[{yaml}]").Node));

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("''")]
    public void At_the_top_an_empty_text_is_no_value_as_the_CLI_cannot_tell_them_apart(string yaml) =>
        Assert.Equal("null", NodeText.Of(TemporaryProject.Setting(yaml).Node));

    [Theory]
    [InlineData("'[\"a\", 1e3]'", "[Text(a), Number(1000)]")]
    [InlineData("'{\"b\": 1.0, \"a\": null}'", "{a: null, b: Number(1)}")]
    [InlineData("'[a]'", "Any([a])")]
    [InlineData("'{\"a\": 1, \"a\": 2}'", "Any({\"a\": 1, \"a\": 2})")]
    public void At_the_top_a_JSON_text_is_what_it_says_as_the_CLI_hands_lists_over_like_that(
        string yaml,
        string expected
    ) => Assert.Equal(expected, NodeText.Of(TemporaryProject.Setting(yaml).Node));

    [Theory]
    [InlineData("1.30", "1.3")]
    [InlineData("0775", "509")]
    [InlineData("1_000", "1000")]
    public void A_number_that_the_CLI_writes_differently_is_warned_of(string yaml, string number)
    {
        var problem = Assert.Single(TemporaryProject.Setting(yaml).Problems);

        Assert.Equal(
            new Problem(
                Severity.Warning,
                "k",
                $"`{yaml}` is the number {number} to the Pulumi CLI; put it in quotes if it is a text",
                "Pulumi.dev.yaml",
                2
            ),
            problem
        );
    }

    [Theory]
    [InlineData("2024-01-01", "a point in time")]
    [InlineData("2024-1-1", "a point in time")]
    [InlineData("2024-01-01 10:00:00", "a point in time")]
    [InlineData("2024-01-01T10:00:00+02:00", "a point in time")]
    [InlineData(".inf", "no finite number")]
    [InlineData("-.Inf", "no finite number")]
    [InlineData(".nan", "no finite number")]
    [InlineData("!!int 1", "tag")]
    [InlineData("!mine x", "tag")]
    [InlineData("!!set {a: }", "tag")]
    [InlineData("\"\\n a\"", "an empty line")]
    public void What_the_CLI_would_change_beyond_recognition_is_refused(string yaml, string expected)
    {
        var problem = Assert.Single(TemporaryProject.Setting($"[{yaml}]").Problems);

        Assert.Equal((Severity.Error, "k[0]", 2), (problem.Severity, problem.Key, problem.Line));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }
}
