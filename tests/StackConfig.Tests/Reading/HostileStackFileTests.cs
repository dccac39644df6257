using CsCheck;
using StackConfig.Reading;

namespace StackConfig.Tests.Reading;

[Trait("Category", "Slow")]
public sealed class HostileStackFileTests
{
    private static readonly string[] Pieces =
    [
        "config:",
        "\n",
        "\n  ",
        "\n    ",
        " ",
        ": ",
        "- ",
        "k",
        "a",
        "1",
        "~",
        "'",
        "\"",
        "#",
        "&a ",
        "*a",
        "<<: *a",
        "|",
        ">",
        "!",
        "!!int ",
        "%",
        "\t",
        "?",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\\",
        "\\u0000",
        "---",
        "...",
        "secure: v1:abc",
        "\u0000",
        "\u001b",
        "\uFEFF",
        "\uD800",
        "\u2028",
        "\r",
        "2024-01-01",
        "1e999",
        ".nan",
        "demo:",
        "gcp:x: y",
    ];

    [Fact]
    public void The_reader_never_throws_for_arbitrary_files() =>
        Gen.OneOf(Pieces).Array[0, 40].Select(string.Concat).Sample(Reads, iter: 500);

    [Fact]
    public void The_reader_never_throws_for_arbitrary_bytes() =>
        Gen
            .Byte.Array[0, 60]
            .Sample(bytes =>
            {
                using var project = new TemporaryProject().Write("Pulumi.dev.yaml", bytes);
                Assert.True(project.Read() is not null || project.Errors.Any());
            });

    [Fact]
    public void The_reader_never_throws_for_arbitrary_project_files() =>
        Gen.OneOf([.. Pieces, "name: demo\n", "default: ", "type: array", "items: ", "stackConfigDir: "])
            .Array[0, 30]
            .Select(string.Concat)
            .Sample(text =>
            {
                using var project = new TemporaryProject(text).Write("Pulumi.dev.yaml", "config: {k: 1}");
                Assert.True(project.Read() is not null || project.Errors.Any());
            });

    [Fact]
    public void The_reader_never_throws_for_arbitrary_engine_values() =>
        Gen.OneOf([.. Pieces, "{\"", "\":\"", "\"}", "[\"", "\"]", "null"])
            .Array[0, 20]
            .Select(string.Concat)
            .Sample(text =>
            {
                var problems = new List<Diagnostic>();
                var document = EngineConfigReader.Read("demo", "dev", text, text, problems);
                Assert.Equal(document is null, problems.Count > 0);
                Assert.NotNull(
                    EngineConfigReader.Read(
                        "demo",
                        "dev",
                        new Dictionary<string, string> { [text] = text },
                        new HashSet<string> { text }
                    )
                );
            });

    private static void Reads(string text)
    {
        using var project = new TemporaryProject().Write("Pulumi.dev.yaml", text);

        var document = project.Read();

        Assert.True(document is not null || project.Errors.Any());
        Assert.All(project.Problems, problem => Assert.DoesNotContain(problem.Key + problem.Message, char.IsControl));
    }
}
