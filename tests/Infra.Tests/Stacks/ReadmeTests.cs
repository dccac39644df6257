using System.Text.RegularExpressions;

namespace Infra.Tests.Stacks;

/// <summary>What the pages of the repository promise.</summary>
public sealed partial class ReadmeTests
{
    private const int MaxLines = 200;

    public static TheoryData<string> Pages =>
        [
            .. Directory
                .GetFiles(Path.Combine(Repository.Root, "docs"), "*.md")
                .Select(path => $"docs/{Path.GetFileName(path)}")
                .Concat(["README.md", "CONTRIBUTING.md"]),
        ];

    [Fact]
    public void The_excerpt_of_the_preview_matches_the_output_of_the_program()
    {
        var printed = Words(Golden.Read("Stacks/Golden/dev.txt"));
        var excerpt = Words(Excerpt().Match(Repository.Read("README.md")).Value);

        Assert.InRange(excerpt.Length, 15, 25);
        Assert.Equal(excerpt, printed.Intersect(excerpt));
    }

    [Fact]
    public void The_readme_has_at_most_200_lines() =>
        Assert.InRange(Repository.Read("README.md").Split('\n').Length, 1, MaxLines);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_file_that_a_page_links_to_exists(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;

        Assert.All(
            Link().Matches(Repository.Read(page)).Select(link => Path.Combine(folder, link.Groups["path"].Value)),
            path => Assert.True(Path.Exists(path), $"{path} does not exist.")
        );
    }

    /// <summary>The lines without the spaces that align them, and without what the excerpt omits.</summary>
    private static string[] Words(string text) =>
        [
            .. text.Split('\n')
                .Select(line => Space().Replace(line, " ").Trim())
                .Where(line => line is not ("" or "…" or "```")),
        ];

    [GeneratedRegex(@"^```\n {5}Type .*?^```", RegexOptions.Multiline | RegexOptions.Singleline, 10_000)]
    private static partial Regex Excerpt();

    [GeneratedRegex(@"\]\((?<path>(?!https?:|#)[^)#]+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Link();

    [GeneratedRegex(" +", RegexOptions.None, 10_000)]
    private static partial Regex Space();
}
