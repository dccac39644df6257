using System.Reflection;

namespace Workflows.Tests;

/// <summary>The script that reads the notes of a release from the changelog.</summary>
public sealed class ReleaseNotesTests : IDisposable
{
    private const string Changelog = """
        # Changelog

        ## [Unreleased]

        - Later.

        ## [0.2.0] - 2026-11-28

        ### Added

        - A preset.

        ## [0.2.0-rc.1] - 2026-11-01

        - A candidate.

        ## [0.1.0] - 2026-10-01

        - Everything.

        [0.2.0]: https://example.com
        """;

    private readonly Sandbox _sandbox = new();

    public ReleaseNotesTests()
    {
        foreach (var script in new[] { ".ci/version", ".github/scripts/release-notes" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_sandbox.At("workspace", script))!);
            File.Copy(Path.Combine(Repository.Root, script), _sandbox.At("workspace", script));
        }

        _sandbox.Write("workspace/CHANGELOG.md", Changelog);
    }

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("0.2.0", "### Added\n\n- A preset.\n")]
    [InlineData("0.1.0", "- Everything.\n")]
    [InlineData("0.2.0-rc.1", "- A candidate.\n")]
    public async Task The_notes_are_the_section_of_the_version(string version, string notes)
    {
        var result = await RunAsync($"v{version}", version);

        Assert.Equal((0, notes), (result.ExitCode, result.Output));
    }

    [Theory]
    [InlineData("v0.2.0", "0.1.0")]
    [InlineData("0.2.0", "0.2.0")]
    [InlineData("v0.2", "0.2.0")]
    public async Task A_tag_of_another_version_is_refused(string tag, string version)
    {
        var result = await RunAsync(tag, version);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            $"The tag {tag} does not match version {version} in Directory.Build.props. Push v{version} instead.\n",
            result.Output
        );
    }

    [Theory]
    [InlineData("0.3.0", "")]
    [InlineData("0.3.0", "## [0.3.0]\n\n- Undated.")]
    [InlineData("0.3.0", "## [0x3.0] - 2026-11-28\n\n- Another version.")]
    public async Task A_version_without_a_dated_section_is_refused(string version, string section)
    {
        _sandbox.Write("workspace/CHANGELOG.md", $"# Changelog\n\n{section}\n");

        var result = await RunAsync($"v{version}", version);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(
            $"CHANGELOG.md has no section for version {version}.",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_empty_section_is_refused()
    {
        _sandbox.Write("workspace/CHANGELOG.md", "## [0.3.0] - 2026-11-28\n\n## [0.2.0] - 2026-10-01\n\n- A preset.\n");

        var result = await RunAsync("v0.3.0", "0.3.0");

        Assert.Equal((1, "The section of version 0.3.0 in CHANGELOG.md is empty.\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task The_program_has_the_version_of_the_scripts()
    {
        var printed = await _sandbox.BashAsync($"{Repository.Root}/.ci/version");
        var version = typeof(Infra.InferenceStack)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;

        Assert.Equal($"{version.Split('+')[0]}\n", printed.Output);
    }

    private Task<CommandResult> RunAsync(string tag, string version)
    {
        _sandbox.Write("workspace/Directory.Build.props", $"<Project>\n  <Version>{version}</Version>\n</Project>\n");
        return _sandbox.BashAsync($".github/scripts/release-notes {tag}");
    }
}
