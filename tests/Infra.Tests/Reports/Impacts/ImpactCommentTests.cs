using Infra.Reports;

namespace Infra.Tests.Reports.Impacts;

/// <summary>What a reviewer reads first of a comment, for every kind of impact.</summary>
public sealed class ImpactCommentTests
{
    [Theory]
    [MemberData(nameof(ImpactScenarios.Names), MemberType = typeof(ImpactScenarios))]
    public async Task The_head_of_the_comment_matches_the_golden_file(string name)
    {
        var markdown = DiffMarkdown.Write(await ImpactScenarios.DiffAsync(name));

        MarkdownReader.Check(markdown, DiffMarkdown.DefaultLimit);
        Golden.Matches(
            markdown[..markdown.IndexOf("<details>", StringComparison.Ordinal)],
            $"Reports/Impacts/Golden/{name}.golden.md"
        );
    }

    [Fact]
    public async Task The_comment_contains_commits_and_diagnostics_as_code()
    {
        var markdown = DiffMarkdown.Write(
            await ImpactScenarios.DiffAsync("nothing-changes"),
            facts: new()
            {
                Base = "44b5e4f",
                Head = "6dc37cb",
                Notes = ["the base does not build: everything is shown as new."],
                Messages =
                [
                    "The settings have 1 warning:\n  Pulumi.dev.yaml:7  servings[0]: warning: @team takes 96.6 %\n",
                ],
            }
        );

        MarkdownReader.Check(markdown, DiffMarkdown.DefaultLimit);
        Golden.Matches(
            markdown[..markdown.IndexOf("<details>", StringComparison.Ordinal)],
            "Reports/Impacts/Golden/commits-and-messages.golden.md"
        );
    }
}
