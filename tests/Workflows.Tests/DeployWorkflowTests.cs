namespace Workflows.Tests;

/// <summary>The shell steps of the deployment, with stand-ins for the build and for Pulumi.</summary>
public sealed class DeployWorkflowTests : IDisposable
{
    private static readonly WorkflowJob Up = Workflow.Named("deploy.yml").Jobs.Single(job => job.Name == "up");

    private readonly Sandbox _sandbox = new();

    public DeployWorkflowTests()
    {
        _sandbox.Expressions["matrix.stack"] = "dev";
        _sandbox.Expressions["vars.PULUMI_BACKEND_URL"] = "gs://state";
        _sandbox.Set("GITHUB_SHA", "1234567");
        _sandbox.Set("GITHUB_RUN_NUMBER", "7");
        _sandbox.Expressions["github.token"] = "token";
        RunsAreNumberedTo(7);
        _sandbox.Copy("Pulumi.yaml");
        _sandbox.Copy("Directory.Packages.props");
        _sandbox.Copy(".github/scripts/build-aot");
        _sandbox.Copy(".github/scripts/keep-asleep");

        _sandbox.Replace("build", "echo \"build $PulumiSdk $*\"");
        Directory.CreateDirectory(_sandbox.At("workspace", ".ci"));
        File.Copy(_sandbox.At("bin", "build"), _sandbox.At("workspace", ".ci", "build"));
        _sandbox.Replace(
            "pulumi",
            "case \"$*\" in 'stack tag ls'*) echo '{}' ;; *) echo \"pulumi $*\" && grep runtime: Pulumi.yaml ;; esac"
        );
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task An_update_runs_a_program_that_was_built_ahead_of_time()
    {
        var program = Path.Combine(_sandbox.Temp, "program");

        var result = await _sandbox.RunJobAsync(Up);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.StartsWith($"build nuget infra Release {program}\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            $"--message 1234567\nruntime: {{name: dotnet, options: {{binary: {program}/Infra.dll}}}}\n",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    [InlineData(10, false)]
    public async Task A_run_deploys_only_if_none_is_newer(int newest, bool deploys)
    {
        RunsAreNumberedTo(newest);

        var result = await _sandbox.RunJobAsync(Up);

        Assert.Equal(deploys, result.ExitCode == 0);
        Assert.Equal(deploys, result.Output.Contains("pulumi up", StringComparison.Ordinal));
        Assert.Equal(
            deploys ? -1 : 0,
            result.Output.IndexOf($"::error::Run {newest} of this workflow is newer", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_plugins_are_those_of_the_packages()
    {
        var result = await _sandbox.RunJobAsync(Up);

        Assert.Matches(@"pulumi plugin install resource gcp \d+\.\d+\.\d+\n", result.Output);
        Assert.Matches(@"pulumi plugin install resource kubernetes \d+\.\d+\.\d+\n", result.Output);
    }

    [Fact]
    public async Task Nothing_is_deployed_if_the_project_does_not_match()
    {
        _sandbox.Write("workspace/Pulumi.yaml", "name: demo\nruntime:\n  name: dotnet\n");

        var result = await _sandbox.RunJobAsync(Up);

        Assert.NotEqual(0, result.ExitCode);
        Assert.DoesNotContain("pulumi up", result.Output, StringComparison.Ordinal);
    }

    private void RunsAreNumberedTo(int newest) =>
        _sandbox.Replace(
            "gh",
            $"[ \"$2\" = 'repos/example/repository/actions/workflows/deploy.yml/runs?branch=main&per_page=1' ] && echo {newest}"
        );

    [Fact]
    public void The_committed_project_builds_from_source() =>
        Assert.Contains(
            "\nruntime: dotnet\n",
            File.ReadAllText(Path.Combine(Repository.Root, "Pulumi.yaml")),
            StringComparison.Ordinal
        );
}
