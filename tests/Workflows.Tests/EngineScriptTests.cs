namespace Workflows.Tests;

/// <summary>What <c>make test-engine</c> does where something that it needs is missing; scripts replace the tools.</summary>
public sealed class EngineScriptTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public EngineScriptTests()
    {
        _sandbox.Copy(".ci/test-engine");
        foreach (var tool in (string[])["pulumi", "pulumi-language-dotnet", "dotnet"])
        {
            _sandbox.Replace(tool, $"echo \"{tool} $*\"");
        }
    }

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("offline", "", 0, "Skipped: tests with an engine. They need the official Pulumi packages", "")]
    [InlineData("offline", "true", 1, "Skipped: tests with an engine. They need the official Pulumi packages", "")]
    [InlineData("nuget", "", 0, "Skipped: tests with the Pulumi CLI. They need pulumi", "Category!=Engine&")]
    [InlineData("nuget", "true", 1, "Skipped: tests with the Pulumi CLI. They need pulumi", "")]
    public async Task Missing_prerequisites_are_reported_in_one_line_and_fail_in_CI(
        string packages,
        string ci,
        int exitCode,
        string line,
        string tests
    )
    {
        File.Delete(_sandbox.At("bin", "pulumi"));

        var result = await RunAsync(packages, ci);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.StartsWith(line, result.Output, StringComparison.Ordinal);
        Assert.Equal(tests.Length > 0, result.Output.Contains($"Filter={tests}", StringComparison.Ordinal));
        Assert.Equal(tests.Length > 0, result.Output.Contains("dotnet test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_everything_the_tests_with_the_CLI_run()
    {
        var result = await RunAsync("nuget", "true");

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("-p:VSTestTestCaseFilter=Category!=Cluster\n", result.Output, StringComparison.Ordinal);
    }

    private Task<CommandResult> RunAsync(string packages, string ci)
    {
        _sandbox.Set("PulumiSdk", packages);
        _sandbox.Set("CI", ci);

        // Only what the script itself uses, so that a tool of this machine is not found.
        return _sandbox.BashAsync(
            """
            mkdir own
            for tool in bash dirname; do ln -s "$(command -v $tool)" own; done
            PATH=$PWD/../bin:$PWD/own bash .ci/test-engine Release
            """
        );
    }
}
