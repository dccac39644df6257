using System.Text.RegularExpressions;

namespace Infra.Tests.Stacks;

public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void The_preview_of_the_readme_is_what_the_program_prints() =>
        Assert.Contains(Golden.Read("Stacks/Golden/dev.txt"), Readme, StringComparison.Ordinal);

    [Fact]
    public void Every_file_that_the_readme_links_to_is_there() =>
        Assert.All(
            Regex
                .Matches(
                    Readme,
                    @"\]\((?<path>(?!https?:|#)[^)#]+)",
                    RegexOptions.ExplicitCapture,
                    TimeSpan.FromSeconds(1)
                )
                .Select(link => Path.Combine(Repository.Root, link.Groups["path"].Value)),
            path => Assert.True(Path.Exists(path), $"{path} is not there.")
        );
}
