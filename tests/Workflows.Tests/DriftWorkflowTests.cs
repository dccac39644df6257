namespace Workflows.Tests;

/// <summary>The shell steps of the drift workflow, with stand-ins for Pulumi and GitHub.</summary>
public sealed class DriftWorkflowTests : IDisposable
{
    private static readonly Workflow Drift = Workflow.Named("drift.yml");

    private readonly Sandbox _sandbox = new();

    public DriftWorkflowTests()
    {
        _sandbox.Expressions["matrix.stack"] = "dev";
        _sandbox.Expressions["vars.PULUMI_BACKEND_URL"] = "gs://state";
        _sandbox.Expressions["github.token"] = "token";
        _sandbox.Expressions["github.server_url }}/${{ github.repository }}/actions/runs/${{ github.run_id"] = "RUN";
        _sandbox.Replace(
            "pulumi",
            "case \"$*\" in 'stack tag ls'*) echo '{}' ;; *) echo \"$@\"; exit \"$PULUMI_ENDS_WITH\" ;; esac"
        );
        _sandbox.Copy(".github/scripts/keep-asleep");
        _sandbox.Replace(
            "gh",
            """
            case "$*" in
              *--paginate*) cat "$RUNNER_TEMP/issues.json" ;;
              *) printf '%s\n' "$*" >>"$RUNNER_TEMP/calls"; cp "$RUNNER_TEMP/body" "$RUNNER_TEMP/said" ;;
            esac
            """
        );
        _sandbox.Write("temp/issues.json", """{"number": 3, "title": "Drift in stack prod"}""");
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Drift_opens_an_issue_with_the_output_of_pulumi()
    {
        await DetectAsync("dev", endsWith: 7);
        await ReportAsync();

        Assert.Contains("issues -f title=Drift in stack dev -F body=@", Calls, StringComparison.Ordinal);
        Assert.Contains(
            "    preview --stack dev --refresh --expect-no-changes",
            File.ReadAllText(_sandbox.At("temp", "said")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_stack_that_still_drifts_updates_its_issue()
    {
        await DetectAsync("prod", endsWith: 7);
        await ReportAsync();

        Assert.StartsWith("api --silent --method PATCH repos/example/repository/issues/3 -F body=@", Calls);
    }

    [Fact]
    public async Task A_stack_without_drift_closes_its_issue()
    {
        await DetectAsync("prod", endsWith: 0);
        await ReportAsync();

        Assert.Equal("api --silent --method PATCH repos/example/repository/issues/3 -f state=closed\n", Calls);
    }

    [Fact]
    public async Task A_stack_without_drift_and_issue_reports_nothing()
    {
        await DetectAsync("dev", endsWith: 0);
        await ReportAsync();

        Assert.Equal("", Calls);
    }

    [Fact]
    public async Task A_failed_refresh_is_not_reported_as_drift()
    {
        var result = await DetectAsync("dev", endsWith: 255);
        await ReportAsync();

        Assert.Equal((255, ""), (result.ExitCode, Calls));
    }

    [Theory]
    [InlineData(
        "      context: gke_example-project_us-east5_jetstream-dev\n",
        "jetstream-dev --project example-project --location us-east5\n"
    )]
    [InlineData(
        "      context: gke_example.com:my-project_us-east5-a_a # gke_b_c_d\n",
        "a --project example.com:my-project --location us-east5-a\n"
    )]
    [InlineData("      context: minikube\n", "")]
    public async Task Credentials_are_fetched_for_the_cluster_in_the_stack_file(string settings, string got)
    {
        _sandbox.Replace("gcloud", "echo \"$@\" >>\"$RUNNER_TEMP/calls\"");
        _sandbox.Write("workspace/Pulumi.dev.yaml", settings);
        var script = Path.Combine(Repository.Root, ".github/scripts/kubeconfig");

        var result = await _sandbox.BashAsync($"'{script}' dev");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(got.Length == 0 ? "" : $"container clusters get-credentials {got}", Calls);
    }

    private string Calls =>
        File.Exists(_sandbox.At("temp", "calls")) ? File.ReadAllText(_sandbox.At("temp", "calls")) : "";

    private Task<CommandResult> DetectAsync(string stack, int endsWith)
    {
        _sandbox.Expressions["matrix.stack"] = stack;
        _sandbox.Set("PULUMI_ENDS_WITH", $"{endsWith}");
        return _sandbox.RunJobAsync(Drift.Jobs.Single(job => job.Name == "detect"));
    }

    private async Task ReportAsync()
    {
        var result = await _sandbox.RunJobAsync(Drift.Jobs.Single(job => job.Name == "report"));
        Assert.True(result.ExitCode == 0, result.Output);
    }
}
