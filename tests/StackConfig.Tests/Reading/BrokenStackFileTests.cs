using System.Text;
using StackConfig.Reading;

namespace StackConfig.Tests.Reading;

public sealed class BrokenStackFileTests
{
    [Theory]
    [InlineData("config:\n  a: 1\n b: 2\n", 3)]
    [InlineData("config:\n  a: [1\n  b: 2\n", 3)]
    [InlineData("config:\n\ta: 1\n", 2)]
    [InlineData("config:\n  \ta: 1\n", 2)]
    [InlineData("config:\n  a: [\n\t1]\n", 3)]
    [InlineData("config:\n  a: 'x\n", 2)]
    [InlineData("config:\n  a: @x\n", 2)]
    [InlineData("config:\n  a: {[b]: c}\n", 2)]
    [InlineData("config:\n  a: {*b : c}\n", 2)]
    [InlineData("config:\n  a: b\u0085\n", 2)]
    [InlineData("config:\n  a: b\rc: d\n", 2)]
    [InlineData("config:\n  a: b # \t\n", 2)]
    [InlineData("config:\n  a: b\n%x\n", 3)]
    [InlineData("config:\n  a: [!!nul]'l '']\n", 2)]
    [InlineData("config:\n  a: \"\\ud83d\\ud:}e00\"\n", 2)]
    [InlineData("config:\n  a: b\u0001\n", 2)]
    [InlineData("config:\n---\nb: 2\n", 2)]
    [InlineData("%YAML 1.2\n---\na: 1\n", 1)]
    public void Invalid_YAML_is_reported_with_its_line(string yaml, int line)
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", yaml);

        Assert.Null(project.Read());
        var problem = Assert.Single(project.Problems);
        Assert.Equal((Severity.Error, "Pulumi.dev.yaml", line), (problem.Severity, problem.File, problem.Line));
    }

    [Theory]
    [InlineData(
        "config:\n  a: b: c\n",
        "found invalid mapping. Check the indentation, and quote strings with special characters."
    )]
    [InlineData("config:\n\ta: 1\n", "the character U+0009 is not allowed. Use spaces.")]
    [InlineData("config:\n---\nb: 2\n", "a second document is not supported. Remove it.")]
    public void Invalid_YAML_is_reported_with_advice(string yaml, string expected)
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", yaml);

        project.Read();

        Assert.EndsWith(expected, Assert.Single(project.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- a\n")]
    [InlineData("text")]
    [InlineData("config: text")]
    [InlineData("config: [a]")]
    public void A_document_that_is_not_a_map_is_reported(string yaml)
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", yaml);

        project.Read();

        Assert.EndsWith(": must be a map.", Assert.Single(project.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("---\n")]
    [InlineData("~")]
    [InlineData("config:\n")]
    [InlineData("config: {}\n")]
    [InlineData("\uFEFFconfig:\n")]
    public void An_empty_file_has_no_settings(string yaml)
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", yaml);

        Assert.Equal("demo/dev  | ", NodeText.Format(project.Read()!));
        Assert.Empty(project.Problems);
    }

    [Fact]
    public void Windows_line_endings_are_irrelevant()
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", "config:\r\n  a: x\r\n  b:\r\n    - z\r\n");

        var document = project.Read()!;

        Assert.Equal("demo/dev a=Any(x), b=[String(z)] | ", NodeText.Format(document));
        Assert.Equal(4, ((ListNode)document.Entries["b"]).Items[0].Location.Line);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        using var project = new TemporaryProject().Write(
            "Pulumi.dev.yaml",
            Encoding.Latin1.GetBytes("config: {a: \u00E9}")
        );

        Assert.Null(project.Read());
        Assert.Equal(["  : is not UTF-8. Save it in that encoding."], project.Errors.Select(error => " " + error));
    }

    [Fact]
    public void Every_duplicate_key_is_reported()
    {
        using var project = new TemporaryProject().Write(
            "Pulumi.dev.yaml",
            "config:\n  a: 1\n  a: 2\n  b:\n    c: 1\n    c: 2\n"
        );

        project.Read();

        Assert.Equal(
            [
                "3 config.a: is set twice, first in line 2. Remove one of them.",
                "6 b.c: is set twice, first in line 5. Remove one of them.",
            ],
            project.Errors
        );
    }

    [Theory]
    [InlineData("{<<: {a: 1}}", "has a merge key (`<<`), which is not supported. Write the keys out.")]
    [InlineData("{'<<': {a: 1}}", "has a merge key (`<<`), which is not supported. Write the keys out.")]
    [InlineData("{1: a}", "has the key '1', which some YAML parsers do not read as a string. Quote it (\"1\").")]
    [InlineData(
        "{true: a}",
        "has the key 'true', which some YAML parsers do not read as a string. Quote it (\"true\")."
    )]
    [InlineData("{&a b: c}", "uses an anchor or alias, which is not supported. Write the value out.")]
    [InlineData(
        "{!!str b: c}",
        "has the tag `!!str`, which is not supported. Remove it; quote the value if it is a string."
    )]
    public void A_key_that_is_not_a_plain_string_is_refused(string yaml, string expected) =>
        Assert.Equal(
            [("k", expected)],
            TemporaryProject.Setting(yaml).Problems.Select(problem => (problem.Key, problem.Message))
        );

    [Theory]
    [InlineData(1_001, "")]
    [InlineData(1, "\n    b")]
    public void A_key_that_is_too_long_for_other_parsers_is_refused(int length, string rest)
    {
        var problem = Assert.Single(TemporaryProject.Setting($"{{'{new string('a', length)}{rest}': 1}}").Problems);

        var expected = "has a key of several lines or of more than 1000 characters. Shorten it.";
        Assert.Equal(("k", expected), (problem.Key, problem.Message));
    }

    [Fact]
    public void Each_alias_is_refused_and_the_rest_is_read()
    {
        const string Yaml = """
            config:
              base: &base {a: 1, b: y}
              same: *base
              merged:
                <<: *base
                c: *base
              more: 1_000
            """;
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", Yaml);

        Assert.NotNull(project.Read());
        Assert.Equal(
            ["2 base", "2 base.b", "3 same", "5 merged", "6 merged.c", "7 more"],
            project.Errors.Select(error => error.Split(':')[0])
        );
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Values_above_a_limit_are_not_read()
    {
        var (node, problems) = TemporaryProject.Setting($"[{string.Join(", ", Enumerable.Repeat("a", 300_000))}]");

        Assert.Null(node);
        Assert.Contains("more than 250000 keys and values", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: ")]
    [InlineData("&a ")]
    [InlineData("*a, ")]
    [InlineData("!")]
    [InlineData("'")]
    [InlineData("\"\\\\")]
    [InlineData("0")]
    [InlineData("1:")]
    [InlineData("#")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("[a: 1], ")]
    [Trait("Category", "Slow")]
    public async Task A_hostile_file_of_one_mebibyte_is_read_within_seconds(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", $"config:\n  k: {text}\n  l: {text}");

        await Task.Run(() => project.Read()).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_file_beyond_four_mebibytes_is_not_read()
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", new byte[(4 << 20) + 1]);

        Assert.Null(project.Read());
        Assert.Contains("larger than 4 MiB", Assert.Single(project.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Excessive_nesting_is_refused()
    {
        var (node, problems) = TemporaryProject.Setting(new string('[', 10_000) + new string(']', 10_000));

        Assert.Null(node);
        Assert.Contains("more than 60 levels deep", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_cannot_break_the_line_of_a_message()
    {
        var problem = Assert.Single(TemporaryProject.Setting("{\"a\\nb\\e[31m\": 2024-01-01}").Problems);

        Assert.Equal("k[\"a\\u{a}b\\u{1b}[31m\"]", problem.Key);
    }
}
