using System.Text;
using Infra.Settings;

namespace Infra.Tests.Settings.Reading;

public sealed class BrokenStackFileTests
{
    [Theory]
    [InlineData("config:\n  a: 1\n b: 2\n", 3)]
    [InlineData("config:\n  a: [1\n  b: 2\n", 3)]
    [InlineData("config:\n\ta: 1\n", 2)]
    [InlineData("config:\n  \ta: 1\n", 2)]
    [InlineData("config:\n  a: [\n\t1]\n", 3)]
    [InlineData("config:\n  a: 'x\n", 2)]
    [InlineData("config:\n  a: [@x]\n", 2)]
    [InlineData("config:\n  a: *x\n", 2)]
    [InlineData("config:\n  a: [!!nul]'l '']\n", 2)]
    [InlineData("config:\n  a: \"\\ud83d\\ud:}e00\"\n", 2)]
    [InlineData("config:\n  a: &x [*x]\n", 2)]
    [InlineData("config:\n  a: b\u0001\n", 2)]
    [InlineData("a: 1\n---\nb: 2\n", 2)]
    [InlineData("%YAML 1.2\n---\na: 1\n", 1)]
    [InlineData("- a\n", 1)]
    [InlineData("text", 1)]
    public void What_is_no_YAML_map_is_told_with_its_line(string yaml, int line)
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", yaml);

        Assert.Null(project.Read());
        var problem = Assert.Single(project.Problems);
        Assert.Equal((Severity.Error, "Pulumi.dev.yaml", line), (problem.Severity, problem.File, problem.Line));
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

        Assert.Equal("demo/dev  | ", NodeText.Of(project.Read()!));
        Assert.Empty(project.Problems);
    }

    [Fact]
    public void Windows_line_ends_change_nothing()
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", "config:\r\n  a: x\r\n  b:\r\n    - y\r\n");

        var document = project.Read()!;

        Assert.Equal("demo/dev a=Any(x), b=[Text(y)] | ", NodeText.Of(document));
        Assert.Equal(4, ((ListNode)document.Entries["b"]).Items[0].Place.Line);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        using var project = new TemporaryProject().Write(
            "Pulumi.dev.yaml",
            Encoding.Latin1.GetBytes("config: {a: \u00E9}")
        );

        Assert.Null(project.Read());
        Assert.Equal(["  : is not a text in UTF-8"], project.Errors.Select(error => " " + error));
    }

    [Fact]
    public void Each_key_that_stands_twice_is_told()
    {
        using var project = new TemporaryProject().Write(
            "Pulumi.dev.yaml",
            "config:\n  a: 1\n  a: 2\n  b:\n    c: 1\n    c: 2\n"
        );

        project.Read();

        Assert.Equal(
            [
                "3 config.a: is set twice, first in line 2; a key may stand once",
                "6 b.c: is set twice, first in line 5; a key may stand once",
            ],
            project.Errors
        );
    }

    [Theory]
    [InlineData("{1: a, true: b}", "{1: Text(a), true: Text(b)}")]
    [InlineData("{0x10: a}", "{16: Text(a)}")]
    [InlineData("{'1.5': a}", "{1.5: Text(a)}")]
    public void Keys_that_are_whole_numbers_or_truth_values_are_texts(string yaml, string expected) =>
        Assert.Equal(expected, NodeText.Of(TemporaryProject.Setting(yaml).Node));

    [Theory]
    [InlineData("{1.5: a}")]
    [InlineData("{~: a}")]
    [InlineData("{2024-01-01: a}")]
    [InlineData("{[a]: b}")]
    public void Other_keys_that_are_no_text_are_refused(string yaml) =>
        Assert.Equal(
            ("k", "holds a key that is no text; put it in quotes"),
            TemporaryProject.Setting(yaml).Problems.Select(problem => (problem.Key, problem.Message)).Single()
        );

    [Fact]
    public void Aliases_and_merge_keys_are_followed()
    {
        const string Yaml = """
            config:
              base: &base {a: 1, b: 2}
              more: &more {b: 3, c: 4}
              same: *base
              merged:
                <<: [*base, *more]
                a: own
            """;
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", Yaml);

        var document = project.Read()!;

        Assert.Empty(project.Problems);
        Assert.Equal("{a: Number(1), b: Number(2)}", NodeText.Of(document.Entries["same"]));
        Assert.Equal("{a: Text(own), b: Number(2), c: Number(4)}", NodeText.Of(document.Entries["merged"]));
        Assert.Equal("same.a", ((MapNode)document.Entries["same"]).Entries["a"].Place.Key);
    }

    [Fact]
    public void Aliases_that_multiply_are_stopped()
    {
        var yaml = new StringBuilder("config:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 20; i++)
        {
            yaml.Append(null, $"  a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", yaml.ToString());

        Assert.NotNull(project.Read());
        Assert.Contains("more than 100000 values", Assert.Single(project.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Merges_that_multiply_are_followed_once()
    {
        var maps = Enumerable
            .Range(1, 50)
            .Select(i =>
                $"  a{i}: &a{i} {{<<: [{string.Join(", ", Enumerable.Range(0, i).Select(j => $"*a{j}"))}]}}\n"
            );
        using var project = new TemporaryProject().Write(
            "Pulumi.dev.yaml",
            "config:\n  a0: &a0 {x: 1}\n" + string.Concat(maps)
        );

        Assert.Equal("{x: Number(1)}", NodeText.Of(project.Read()!.Entries["a50"]));
    }

    [Fact]
    public void What_is_nested_too_deep_is_stopped()
    {
        var (node, problems) = TemporaryProject.Setting(new string('[', 10_000) + new string(']', 10_000));

        Assert.Null(node);
        Assert.Contains("more than 60 deep", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_cannot_break_the_line_of_a_message()
    {
        var problem = Assert.Single(TemporaryProject.Setting("{\"a\\nb\\e[31m\": 2024-01-01}").Problems);

        Assert.Equal("k[\"a\\u{a}b\\u{1b}[31m\"]", problem.Key);
    }
}
