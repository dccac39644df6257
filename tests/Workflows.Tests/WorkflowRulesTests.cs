using System.Text.RegularExpressions;

namespace Workflows.Tests;

/// <summary>What a linter does not ask of the workflows.</summary>
public sealed partial class WorkflowRulesTests
{
    private static IEnumerable<WorkflowJob> Jobs => Workflow.All.SelectMany(workflow => workflow.Jobs);

    [Fact]
    public void Every_action_is_pinned_to_a_commit_with_a_version_comment()
    {
        var uses = UsesLines().Where(line => !line.Contains("uses: ./", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(Pinned, line));
    }

    [Fact]
    public void An_action_is_pinned_to_one_commit_everywhere()
    {
        var pins = UsesLines().Select(line => Pinned.Match(line)).Where(match => match.Success);

        Assert.All(
            pins.GroupBy(match => match.Groups["action"].Value),
            action => Assert.Single(action.Select(match => match.Groups["pin"].Value).Distinct())
        );
    }

    [Fact]
    public void Workflows_have_no_permissions_except_those_of_their_jobs()
    {
        Assert.All(
            Workflow.All,
            workflow => Assert.Contains("\npermissions: {}\n", workflow.Text, StringComparison.Ordinal)
        );
        Assert.Equal(
            [
                "ci.yml lint: contents: read",
                "ci.yml fast: contents: read",
                "ci.yml slow: contents: read",
                "ci.yml official-packages: contents: read",
                "ci.yml bench: contents: read",
                "ci.yml gate: ",
                "cluster.yml test: contents: read",
                "codeql.yml analyze: actions: read, contents: read, security-events: write",
                "dependency-review.yml review: contents: read",
                "deploy.yml stacks: contents: read",
                "deploy.yml up: actions: read, contents: read, id-token: write",
                "drift.yml stacks: contents: read",
                "drift.yml detect: contents: read, id-token: write",
                "drift.yml report: issues: write",
                "engine-preview.yml stacks: contents: read",
                "engine-preview.yml engine: contents: read, id-token: write",
                "hibernate.yml mark: contents: read, id-token: write",
                "hibernate.yml up: contents: read, id-token: write",
                "mutation.yml mutate: contents: read",
                "mutation.yml coverage: contents: read",
                "preview-comment.yml comment: actions: read, pull-requests: write",
                "preview.yml preview: contents: read",
                "release.yml build: contents: read, id-token: write, attestations: write",
                "release.yml start: ",
                "release.yml publish: contents: write",
                "vulnerable-packages.yml packages: contents: read",
            ],
            Jobs.Select(job => $"{job}: {job.Permissions}")
        );
    }

    [Fact]
    public void No_workflow_runs_code_of_a_fork_with_its_permissions()
    {
        Assert.All(Workflow.All, workflow => Assert.DoesNotContain("pull_request_target", workflow.Events));
        Assert.All(
            Workflow.Named("preview-comment.yml").Jobs.SelectMany(job => job.Steps),
            step => Assert.DoesNotMatch(@"^(\./|actions/checkout)", step.Uses ?? "")
        );
    }

    [Fact]
    public void No_workflow_uses_a_stored_secret() =>
        Assert.All(Workflow.All, workflow => Assert.DoesNotMatch(@"\bsecrets\b", workflow.Text));

    [Theory]
    [InlineData("ci.yml")]
    [InlineData("dependency-review.yml")]
    [InlineData("preview.yml")]
    [InlineData("vulnerable-packages.yml")]
    public void Jobs_for_all_pull_requests_have_no_token_and_no_variable(string file) =>
        Assert.DoesNotMatch(@"github\.token|GITHUB_TOKEN|\bvars\.|id-token|: write", Workflow.Named(file).Text);

    [Fact]
    public void Only_pull_requests_of_this_repository_get_an_identity()
    {
        const string own = "github.event.pull_request.head.repo.full_name == github.repository";
        var jobs = Workflow
            .All.Where(workflow => workflow.Events.Contains("pull_request"))
            .SelectMany(workflow => workflow.Jobs)
            .Where(job => job.Permissions!.Contains("id-token", StringComparison.Ordinal))
            .ToArray();

        Assert.NotEmpty(jobs);
        Assert.All(jobs, job => Assert.Equal(own, job.If));
    }

    [Fact]
    public void Only_jobs_of_a_stack_use_the_deploying_account()
    {
        var deploying = Jobs.Where(job =>
                job.Steps.Any(step =>
                    step.With.Values.Any(value => value.Contains("DEPLOY_", StringComparison.Ordinal))
                )
            )
            .ToArray();

        Assert.Equal(["deploy.yml up", "hibernate.yml mark", "hibernate.yml up"], deploying.Select(job => $"{job}"));
        Assert.All(deploying, job => Assert.Equal("${{ matrix.stack }}", job.Node.Find("environment")?.ToString()));
    }

    [Theory]
    [InlineData("deploy.yml")]
    [InlineData("hibernate.yml")]
    public void Updates_of_a_stack_never_overlap_and_are_never_canceled(string file)
    {
        var up = Workflow.Named(file).Jobs.Single(job => job.Name == "up");

        Assert.Equal("deploy-${{ matrix.stack }}", up.Node.Find("concurrency", "group")?.ToString());
        Assert.Equal("false", up.Node.Find("concurrency", "cancel-in-progress")?.ToString());
        Assert.Null(Workflow.Named(file).Root.Find("concurrency"));
    }

    [Theory]
    [InlineData("deploy.yml")]
    [InlineData("hibernate.yml")]
    public void An_update_receives_the_signal_that_cancels_it(string file) =>
        Assert.StartsWith(
            "exec ",
            Workflow.Named(file).Jobs.Single(job => job.Name == "up").Steps.Last().Run,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_job_that_reads_the_result_of_another_also_runs_after_its_failure()
    {
        // Without such a function, GitHub adds success().
        var asking = Jobs.Where(job => job.If?.Contains(".result", StringComparison.Ordinal) ?? false).ToArray();

        Assert.Equal(["drift.yml report", "hibernate.yml up"], asking.Select(job => $"{job}"));
        Assert.All(asking, job => Assert.Matches(@"\b(always|cancelled|failure)\(\)", job.If));
    }

    [Fact]
    public void Every_job_ends_by_a_time() =>
        Assert.All(Jobs, job => Assert.Matches("^[0-9]+$", job.Node.Find("timeout-minutes")?.ToString()));

    [Fact]
    public void No_checkout_persists_its_credentials() =>
        Assert.All(
            Jobs.SelectMany(job => job.Steps)
                .Where(step => step.Uses?.StartsWith("actions/checkout@", StringComparison.Ordinal) ?? false),
            step => Assert.Equal("false", step.With.GetValueOrDefault("persist-credentials"))
        );

    [Fact]
    public void The_Pulumi_CLI_has_one_version_everywhere() =>
        Assert.Single(
            Jobs.SelectMany(job => job.Steps)
                .Concat(Workflow.ActionSteps)
                .Where(step => step.Uses?.StartsWith("pulumi/actions@", StringComparison.Ordinal) ?? false)
                .Select(step => step.With["pulumi-version"])
                .Distinct()
        );

    [Fact]
    public void No_shell_step_contains_an_expression() =>
        Assert.All(
            Jobs.SelectMany(job => job.Steps).Concat(Workflow.ActionSteps),
            step => Assert.DoesNotContain("${{", step.Run ?? "", StringComparison.Ordinal)
        );

    [Fact]
    public void A_shell_step_stops_where_a_pipe_fails() =>
        Assert.All(
            Workflow.All,
            workflow => Assert.Equal("bash", workflow.Root.Find("defaults", "run", "shell")?.ToString())
        );

    [GeneratedRegex(
        @"uses: (?<action>[\w.-]+/[\w./-]+)@(?<pin>[0-9a-f]{40} # v\d+\.\d+\.\d+)$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Pinned { get; }

    private static IEnumerable<string> UsesLines() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, ".github"), "*.yml", SearchOption.AllDirectories)
            .SelectMany(File.ReadAllLines)
            .Where(line => line.Contains("uses: ", StringComparison.Ordinal));
}
