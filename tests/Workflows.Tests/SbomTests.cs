namespace Workflows.Tests;

/// <summary>The bill of materials of a platform's archive; a script stands in for the tool that writes it.</summary>
public sealed class SbomTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public SbomTests()
    {
        _sandbox.Copy(".github/scripts/write-sbom");
        _sandbox.Copy(".ci/version");
        _sandbox.Write("workspace/Directory.Build.props", "<Version>0.2.0</Version>");
        _sandbox.Write(
            "workspace/infra/obj/nuget-ahead/project.assets.json",
            """{ "targets": { "net10.0": {}, "net10.0/linux-arm64": {} } }"""
        );
        ReplaceTool("""{"components": [{}]}""");
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task The_file_is_named_after_the_version_and_the_platform()
    {
        var result = await WriteAsync("linux-arm64");

        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            [_sandbox.At("workspace", "out", "jetstream-pathways-0.2.0-linux-arm64.cdx.json")],
            Directory.GetFiles(_sandbox.At("workspace", "out"))
        );
    }

    [Fact]
    public async Task The_packages_of_another_platform_are_refused()
    {
        var result = await WriteAsync("linux-x64");

        Assert.Equal((1, "The last build was not for linux-x64.\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task An_SBOM_without_components_is_refused()
    {
        ReplaceTool("""{"components": []}""");

        var result = await WriteAsync("linux-arm64");

        Assert.Equal((1, "The bill of materials is empty.\n"), (result.ExitCode, result.Output));
    }

    private Task<CommandResult> WriteAsync(string platform) =>
        _sandbox.BashAsync($"PulumiSdk=nuget .github/scripts/write-sbom {platform} out");

    // Writes this to the file that its options --output and --filename name.
    private void ReplaceTool(string bill) =>
        _sandbox.Replace(
            "dotnet",
            $$"""
            for ((i = 1; i < $#; i++)); do
              next=$((i + 1))
              case ${!i} in --output) folder=${!next} ;; --filename) file=${!next} ;; esac
            done
            if [ "$1" != tool ]; then echo '{{bill}}' >"$folder/$file"; fi
            """
        );
}
