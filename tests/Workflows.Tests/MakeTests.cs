namespace Workflows.Tests;

/// <summary>When <c>make</c> builds the program, and how; a script stands in for the .NET SDK.</summary>
public sealed class MakeTests : IDisposable
{
    private const string NoCompiler =
        "infra.csproj : error NU1101: Unable to find package Microsoft.NETCore.App.Crossgen2.linux-x64.";

    // What a build leaves behind; its sixth argument is the folder.
    private const string Built = "mkdir -p \"$6\" && touch \"$6/Infra.dll\"";

    private readonly Sandbox _sandbox = new();

    public MakeTests()
    {
        foreach (var file in (string[])["Makefile", ".ci/build", ".ci/source-checksum"])
        {
            var copy = _sandbox.At("workspace", file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Repository.Root, file), copy);
        }

        foreach (
            var file in (string[])
                [
                    "infra/Infra.csproj",
                    "infra/Model/Tpu/Slice.cs",
                    "src/OfflineSdk/Sdk.cs",
                    "src/BatchClient/client.cs",
                    "README.md",
                ]
        )
        {
            _sandbox.Write($"workspace/{file}", file);
        }

        foreach (var file in (string[])["Directory.Build.props", "global.json", ".editorconfig", "Pulumi.dev.yaml"])
        {
            _sandbox.Write($"workspace/{file}", file);
        }

        // Who runs the tests by make has these set.
        _sandbox.Set("MAKEFLAGS", "");
        _sandbox.Set("CONFIGURATION", "Release");
        _sandbox.Set("STACK", "dev");
        _sandbox.Set("ARGS", "");
        _sandbox.Set("BASE", "");
        _sandbox.Set("LOG", _sandbox.At("log"));
        _sandbox.Set("PulumiSdk", "offline");
        Answer(Built);
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task The_first_preview_builds_the_program_and_runs_it()
    {
        var calls = await MakeAsync("preview STACK=prod");

        Assert.Collection(
            calls,
            call =>
                Assert.StartsWith("publish infra --configuration Release --output ", call, StringComparison.Ordinal),
            call => Assert.EndsWith("/Infra.dll preview --stack prod", call, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("check", "check")]
    [InlineData("check STACK=prod ARGS='--output json'", "check --stack prod --output json")]
    [InlineData("diff", "preview --stack dev --base-ref main")]
    [InlineData("diff BASE=HEAD~1 STACK=prod ARGS=--strict", "preview --stack prod --base-ref HEAD~1 --strict")]
    [InlineData("render ARGS=--placeholders", "render --stack dev --placeholders")]
    public async Task A_target_runs_its_command_with_further_options(string target, string command)
    {
        var calls = await MakeAsync(target, "unset STACK");

        Assert.EndsWith($"/Infra.dll {command}", calls[^1].TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("touch infra/Model/Tpu/Slice.cs")]
    [InlineData("echo changed >README.md")]
    [InlineData("echo changed >Pulumi.dev.yaml")]
    [InlineData("mkdir -p infra/obj/x infra/bin/x && touch infra/obj/x/Made.cs infra/bin/x/Made.cs")]
    [InlineData("touch infra/Model/Tpu/.Slice.cs.swp infra/Model/Tpu/Slice.cs~")]
    public async Task An_unchanged_program_is_run_without_a_build(string change)
    {
        await MakeAsync("preview");

        Assert.Equal(0, Builds(await MakeAsync("preview", change)));
    }

    [Theory]
    [InlineData("echo changed >infra/Model/Tpu/Slice.cs")]
    [InlineData("echo changed >infra/Model/Tpu/Slice.cs && touch -d 2001-01-01 infra/Model/Tpu/Slice.cs")]
    [InlineData("rm infra/Model/Tpu/Slice.cs")]
    [InlineData("mv infra/Model/Tpu/Slice.cs infra/Model/Tpu/Renamed.cs")]
    [InlineData("mkdir -p infra/New/obj && touch infra/New/obj/Written.cs")]
    [InlineData("echo changed >infra/Infra.csproj")]
    [InlineData("echo changed >src/OfflineSdk/Sdk.cs")]
    [InlineData("echo changed >src/BatchClient/client.cs")]
    [InlineData("echo changed >Directory.Build.props")]
    [InlineData("echo changed >Directory.Packages.props")]
    [InlineData("echo changed >global.json")]
    [InlineData("echo changed >nuget.config")]
    [InlineData("echo changed >.editorconfig")]
    [InlineData("echo '# changed' >>.ci/build")]
    [InlineData("export PulumiSdk=nuget")]
    [InlineData("export CONFIGURATION=Debug")]
    [InlineData("rm -r infra/bin")]
    public async Task A_program_whose_sources_changed_is_built_once(string change)
    {
        await MakeAsync("preview");

        Assert.Equal(1, Builds(await MakeAsync("render", change)));
        Assert.Equal(
            0,
            Builds(await MakeAsync("preview", change.StartsWith("export", StringComparison.Ordinal) ? change : "true"))
        );
    }

    [Fact]
    public async Task A_failed_build_is_retried()
    {
        Answer("echo 'Slice.cs(1,1): error CS1002: ; expected' && exit 1");
        var failed = await RunAsync("preview");
        Answer(Built);

        Assert.NotEqual(0, failed.ExitCode);
        Assert.Contains("CS1002", failed.Output, StringComparison.Ordinal);
        Assert.Equal(1, Builds(await MakeAsync("preview")));
    }

    [Fact]
    public async Task Without_a_native_compiler_the_program_is_built_without_it_and_a_message_is_printed()
    {
        Answer($$"""case "$*" in *PublishReadyToRun=false*) {{Built}} ;; *) echo '{{NoCompiler}}' && exit 1 ;; esac""");

        var result = await RunAsync("preview");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("does not serve the ReadyToRun compiler", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NU1101", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_build_error_is_shown_with_the_missing_compiler()
    {
        Answer($"echo '{NoCompiler}' && echo 'error NU1301: Unable to load the service index' && exit 1");

        var result = await RunAsync("preview");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("NU1301", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "NuGet cannot be reached. The first build needs it: connect to the network, or name a mirror in NuGet.config.",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(1, Builds(Calls()));
    }

    // A script instead of the .NET SDK: records every call, and does this for a build.
    private void Answer(string build) =>
        _sandbox.Replace("dotnet", $"echo \"$*\" >>\"$LOG\"\n[ \"$1\" != publish ] || {{ {build}\n}}");

    private async Task<string[]> MakeAsync(string arguments, string before = "true")
    {
        var result = await RunAsync(arguments, before);
        Assert.True(result.ExitCode == 0, result.Output);
        return Calls();
    }

    private Task<CommandResult> RunAsync(string arguments, string before = "true")
    {
        File.Delete(_sandbox.At("log"));
        return _sandbox.BashAsync($"{before} && make {arguments}");
    }

    private string[] Calls() => File.ReadAllLines(_sandbox.At("log"));

    private static int Builds(string[] calls) =>
        calls.Count(call => call.StartsWith("publish ", StringComparison.Ordinal));
}
