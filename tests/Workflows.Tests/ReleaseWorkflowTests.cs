using YamlDotNet.RepresentationModel;

namespace Workflows.Tests;

/// <summary>The steps of a release, with scripts in place of the build and of GitHub.</summary>
public sealed class ReleaseWorkflowTests : IDisposable
{
    private static readonly WorkflowJob[] Jobs = [.. Workflow.Named("release.yml").Jobs];

    private readonly Sandbox _sandbox = new();

    public ReleaseWorkflowTests()
    {
        _sandbox.Set("GITHUB_REF_NAME", "v0.2.0");
        _sandbox.Set("GITHUB_SHA", "abc");
        _sandbox.Expressions["github.token"] = "";
        _sandbox.Replace("dotnet", "");
        _sandbox.Replace("git", "");
        _sandbox.Replace("gh", "echo \"$@\" >\"$RUNNER_TEMP/gh\"");
        Answer("release-notes", "echo '- A preset.'");
        Answer("write-sbom", "echo \"$1\" >\"$2/jetstream-pathways-0.2.0-$1.cdx.json\"");
        Answer("package-release", Package("0.2.0+abc"));
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task A_release_has_an_archive_and_a_bill_of_materials_for_each_platform_with_checksums()
    {
        Assert.Equal(0, (await RunAsync("build")).ExitCode);
        Assert.Equal(0, (await RunAsync("publish")).ExitCode);

        string[] archives = [.. Platforms().Order().Select(platform => $"jetstream-pathways-0.2.0-{platform}.tar.gz")];
        string[] bills = [.. Platforms().Order().Select(platform => $"jetstream-pathways-0.2.0-{platform}.cdx.json")];
        Assert.Equal(
            "release create v0.2.0 --repo example/repository --verify-tag --title v0.2.0 --notes-file NOTES.md -- "
                + $"{string.Join(' ', archives)} {string.Join(' ', bills)} SHA256SUMS\n",
            await File.ReadAllTextAsync(_sandbox.At("temp", "gh"))
        );
        Assert.Equal(
            [.. archives, .. bills],
            File.ReadLines(_sandbox.At("temp", "release", "SHA256SUMS")).Select(line => line.Split("  ")[1])
        );
    }

    [Fact]
    public async Task The_bill_of_materials_of_a_platform_is_written_after_the_build_for_it()
    {
        Answer("package-release", $"echo \"$1\" >last\n{Package("0.2.0+abc")}");
        Answer("write-sbom", "cat last >\"$2/jetstream-pathways-0.2.0-$1.cdx.json\"");

        Assert.Equal(0, (await RunAsync("build")).ExitCode);

        Assert.All(
            Platforms(),
            platform =>
                Assert.Equal(
                    $"{platform}\n",
                    File.ReadAllText(_sandbox.At("temp", "release", $"jetstream-pathways-0.2.0-{platform}.cdx.json"))
                )
        );
    }

    [Theory]
    [InlineData("v0.2.0", false)]
    [InlineData("v0.2.0-rc.1", true)]
    public async Task A_tag_with_a_hyphen_is_a_prerelease(string tag, bool prerelease)
    {
        await RunAsync("build");
        _sandbox.Set("GITHUB_REF_NAME", tag);

        Assert.Equal(0, (await RunAsync("publish")).ExitCode);
        var command = await File.ReadAllTextAsync(_sandbox.At("temp", "gh"));
        Assert.StartsWith($"release create {tag} ", command, StringComparison.Ordinal);
        Assert.Equal(prerelease, command.Contains(" --prerelease -- ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0.2.0+abc", true)]
    [InlineData("0.2.0+def", false)]
    [InlineData("0.1.0+abc", false)]
    public async Task Each_archive_is_started_and_must_have_the_version_and_the_commit(string version, bool succeeds)
    {
        Answer("package-release", Package(version));
        await RunAsync("build");

        foreach (var platform in Platforms())
        {
            _sandbox.Expressions["matrix.platform"] = platform;
            Assert.Equal(succeeds, (await RunAsync("start")).ExitCode == 0);
        }

        Assert.Equal(3, Platforms().Count());
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("explain")]
    public async Task An_archive_whose_program_does_not_find_its_documentation_fails(string command)
    {
        Answer("package-release", Package("0.2.0+abc", broken: command));
        await RunAsync("build");
        _sandbox.Expressions["matrix.platform"] = "linux-x64";

        Assert.NotEqual(0, (await RunAsync("start")).ExitCode);
    }

    [Fact]
    public void A_private_repository_attests_only_if_ATTEST_is_true()
    {
        var step = Job("build")
            .Steps.Single(step => step.Uses?.StartsWith("actions/attest-", StringComparison.Ordinal) ?? false);

        Assert.Equal("${{ !github.event.repository.private || vars.ATTEST == 'true' }}", step.If);
        Assert.EndsWith("/release/SHA256SUMS", step.With["subject-checksums"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_changed_after_the_build_is_not_published()
    {
        await RunAsync("build");
        _sandbox.Write("temp/release/jetstream-pathways-0.2.0-linux-x64.tar.gz", "changed");

        Assert.NotEqual(0, (await RunAsync("publish")).ExitCode);
        Assert.False(File.Exists(_sandbox.At("temp", "gh")));
    }

    [Fact]
    public async Task A_tag_without_notes_is_not_built()
    {
        Answer("release-notes", "echo 'no section' >&2; exit 1");

        Assert.NotEqual(0, (await RunAsync("build")).ExitCode);
        Assert.Empty(Directory.GetFiles(_sandbox.At("temp", "release"), "*.tar.gz"));
    }

    [Fact]
    public async Task A_tag_outside_of_main_is_not_built()
    {
        _sandbox.Replace("git", "[ \"$*\" != 'merge-base --is-ancestor abc origin/main' ]");

        var result = await RunAsync("build");

        Assert.Contains("v0.2.0 is not on main.", result.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, result.ExitCode);
        Assert.False(Directory.Exists(_sandbox.At("temp", "release")));
    }

    private static IEnumerable<string> Platforms() =>
        ((YamlSequenceNode)Job("start").Node.Find("strategy", "matrix", "include")!).Select(entry =>
            entry.Find("platform")!.ToString()
        );

    private static WorkflowJob Job(string name) => Jobs.Single(job => job.Name == name);

    // An archive with a program that prints this version, and answers all commands of the workflow except the broken one.
    private static string Package(string version, string broken = "none") =>
        $"""
            name=jetstream-pathways-0.2.0-$1
            mkdir "$name"
            printf '#!/bin/sh\ncase "$*" in {broken}*) exit 1 ;; --version) echo {version} ;; schema | "explain servings") ;; *) exit 2 ;; esac\n' >"$name/Infra"
            chmod +x "$name/Infra"
            tar czf "$2/$name.tar.gz" "$name"
            """;

    private Task<CommandResult> RunAsync(string job) => _sandbox.RunJobAsync(Job(job));

    private void Answer(string script, string text) =>
        _sandbox.WriteScript($"workspace/.github/scripts/{script}", text);
}
