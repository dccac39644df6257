using System.Text.RegularExpressions;
using Infra.Tests.Commands;

namespace Infra.Tests.Stacks;

/// <summary>What the stacks of <see cref="ExampleProject"/> show, to the byte, whichever packages the program was built with.</summary>
public sealed class ProjectStacksTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_preview_matches_the_golden_file(string stack)
    {
        var result = await InProcessCli.RunAsync(ExampleProject.Folder, "preview", "--stack", stack);

        Assert.Equal(0, result.ExitCode);
        Golden.Matches(result.Output, $"Stacks/Golden/{stack}.txt");
        Golden.Matches(result.Errors, $"Stacks/Golden/{stack}.messages.txt");
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_plan_equals_the_one_recorded_with_the_official_packages(string stack)
    {
        var result = await InProcessCli.RunAsync(
            ExampleProject.Folder,
            "preview",
            "--stack",
            stack,
            "--output",
            "json"
        );

        Assert.Equal(0, result.ExitCode);
        Golden.Matches(result.Output, $"Stacks/Golden/{stack}.plan.json");
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_manifests_match_the_golden_files(string stack)
    {
        var result = await InProcessCli.RunAsync(ExampleProject.Folder, "render", "--stack", stack);

        Assert.Equal(0, result.ExitCode);
        Golden.Matches(result.Output, $"Stacks/Golden/{stack}.yaml");
    }

    [Fact]
    public void The_plans_name_the_packages_that_the_program_is_built_with()
    {
        var props = Repository.Read("Directory.Packages.props");
        var packages = Golden.Read("Stacks/Golden/packages.txt").Trim().Split('\n').Select(line => line.Split(' '));

        Assert.All(
            packages,
            package =>
                Assert.Contains($"Include=\"{package[0]}\" Version=\"{package[1]}\"", props, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("README.md", @"`(Pulumi(?:\.\w+)?)` (\d[\d.]+\d)")]
    [InlineData("docs/prerequisites.md", @"`(gcp|kubernetes)` (\d[\d.]+\d)")]
    public void The_pages_name_the_versions_that_the_program_is_built_with(string page, string version)
    {
        var props = Repository.Read("Directory.Packages.props");
        var named = Regex.Matches(Repository.Read(page), version, RegexOptions.None, TimeSpan.FromMinutes(1));

        Assert.NotEmpty(named);
        Assert.All(
            named,
            one =>
                Assert.Matches(
                    $"(?i)\"(Pulumi\\.)?{one.Groups[1]}\" Version=\"{Regex.Escape(one.Groups[2].Value)}\"",
                    props
                )
        );
    }
}
