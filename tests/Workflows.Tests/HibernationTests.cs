namespace Workflows.Tests;

/// <summary>Stacks that sleep: the shell steps of the workflows, with stand-ins for Pulumi and the program.</summary>
public sealed class HibernationTests : IDisposable
{
    private const string Settings = "config:\n  jetstream-pathways:environment: dev\n";
    private const string Asleep = $"{Settings}  jetstream-pathways:hibernate: true\n";

    private static readonly WorkflowJob MarkJob = Workflow.Named("hibernate.yml").Jobs.First();
    private static readonly WorkflowStep Mark = MarkJob.Steps.Single(step => step.Name == "Mark the stack");
    private static readonly WorkflowStep SleepOrWake = Workflow
        .Named("hibernate.yml")
        .Jobs.Last()
        .Steps.Single(step => step.Name == "Sleep or wake");

    private readonly Sandbox _sandbox = new();

    public HibernationTests()
    {
        _sandbox.Copy(".github/scripts/hibernate");
        _sandbox.Copy(".github/scripts/keep-asleep");
        _sandbox.Copy(".github/scripts/mark-hibernation");
        _sandbox.Write("workspace/Pulumi.dev.yaml", Settings);
        _sandbox.Replace(
            "pulumi",
            """
            tag="$RUNNER_TEMP/tag"
            case "$*" in
              'stack tag ls --stack dev --json')
                [ ! -e "$RUNNER_TEMP/offline" ] || { echo 'no connection' >&2; exit 255; }
                if [ -e "$tag" ]; then echo '{"hibernating": "true"}'; else echo '{}'; fi ;;
              'stack tag set hibernating true --stack dev') touch "$tag" ;;
              'stack tag rm hibernating --stack dev') rm -f "$tag" ;;
              'config set --stack dev --type bool hibernate true')
                echo '  jetstream-pathways:hibernate: true' >>Pulumi.dev.yaml ;;
              up*) echo "pulumi $*"; [ ! -e "$RUNNER_TEMP/broken" ] ;;
              *) echo "unexpected: $*" >&2; exit 99 ;;
            esac
            """
        );
        // The plan of the program is the stack file, and a comparison shows both.
        _sandbox.Replace(
            "dotnet",
            """
            case "$*" in
              *' --output json') cat Pulumi.dev.yaml ;;
              *' --base '*) echo "from:"; cat "$6"; echo "to:"; cat Pulumi.dev.yaml ;;
              *) exit 99 ;;
            esac
            """
        );
        _sandbox.Expressions["matrix.stack"] = "dev";
        _sandbox.Expressions["vars.PULUMI_BACKEND_URL"] = "gs://state";
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task A_hibernating_stack_is_tagged_shown_and_updated()
    {
        var result = await RunAsync("sleep");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.True(IsTagged);
        Assert.Equal($"from:\n{Settings}to:\n{Asleep}", _sandbox.Summary);
        Assert.EndsWith(
            "pulumi up --stack dev --yes --diff --non-interactive --message sleep\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(Asleep, StackFile);
    }

    [Fact]
    public async Task A_stack_that_wakes_has_the_settings_of_main_again()
    {
        _sandbox.Write("temp/tag", "");

        var result = await RunAsync("wake");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.False(IsTagged);
        Assert.Equal($"from:\n{Asleep}to:\n{Settings}", _sandbox.Summary);
        Assert.Equal(Settings, StackFile);
    }

    [Fact]
    public void The_hibernation_tag_is_set_without_waiting_for_deployments()
    {
        Assert.Null(MarkJob.Node.Find("concurrency"));
        Assert.Null(Workflow.Named("hibernate.yml").Root.Find("concurrency"));
        Assert.Equal(Mark.Environment["ACTION"], SleepOrWake.Environment["ACTION"]);
    }

    [Theory]
    [InlineData("sleep", true)]
    [InlineData("wake", false)]
    public async Task An_update_that_fails_is_repeated_by_the_next_deployment(string action, bool isTagged)
    {
        _sandbox.Write("temp/broken", "");
        if (!isTagged)
        {
            _sandbox.Write("temp/tag", "");
        }

        var result = await RunAsync(action);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal(isTagged, IsTagged);
    }

    [Theory]
    [InlineData("sleep", false, Settings, "--message wake\n")]
    [InlineData("wake", true, Asleep, "--message sleep\n")]
    public async Task An_update_does_what_the_tag_says(string action, bool isTagged, string settings, string end)
    {
        if (isTagged)
        {
            _sandbox.Write("temp/tag", "");
        }

        _sandbox.Expressions[SleepOrWake.Environment["ACTION"][4..^3]] = action;
        var result = await _sandbox.RunAsync(SleepOrWake);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("::warning::The tag of dev says", result.Output, StringComparison.Ordinal);
        Assert.EndsWith(end, result.Output, StringComparison.Ordinal);
        Assert.Equal(settings, StackFile);
    }

    [Fact]
    public void The_update_is_that_of_the_newest_commit() =>
        Assert.Equal(
            "main",
            Workflow
                .Named("hibernate.yml")
                .Jobs.Last()
                .Steps.First(step => step.Uses!.StartsWith("actions/checkout@", StringComparison.Ordinal))
                .With["ref"]
        );

    [Fact]
    public async Task An_invalid_action_changes_nothing()
    {
        var result = await RunAsync("doze");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("'doze' is not allowed. Allowed: sleep, wake\n", result.Output);
        Assert.False(IsTagged);
    }

    [Theory]
    [InlineData("deploy.yml", "up")]
    [InlineData("drift.yml", "detect")]
    [InlineData("engine-preview.yml", "engine")]
    public async Task Other_workflows_treat_a_hibernating_stack_as_hibernating(string workflow, string job)
    {
        var keep = Workflow
            .Named(workflow)
            .Jobs.Single(one => one.Name == job)
            .Steps.Single(step => step.Name == "Keep a sleeping stack asleep");

        await _sandbox.RunAsync(keep);
        Assert.Equal(Settings, StackFile);

        _sandbox.Write("temp/tag", "");
        var result = await _sandbox.RunAsync(keep);
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(Asleep, StackFile);

        _sandbox.Write("temp/offline", "");
        Assert.NotEqual(0, (await _sandbox.RunAsync(keep)).ExitCode);
    }

    [Fact]
    public void Hibernation_requires_a_variable_with_the_stacks() =>
        Assert.Equal(
            "vars.PULUMI_BACKEND_URL != '' && vars.HIBERNATING_STACKS != '' && github.ref == 'refs/heads/main'",
            MarkJob.If
        );

    [Fact]
    public void The_first_schedule_puts_to_sleep_and_the_second_wakes()
    {
        var schedules = Workflow
            .Named("hibernate.yml")
            .Text.Split('\n')
            .Where(line => line.Contains("- cron: ", StringComparison.Ordinal))
            .Select(line => line.Split("- cron: ")[1].Split(" # "))
            .ToArray();

        Assert.Equal(["sleep", "wake"], schedules.Select(schedule => schedule[1]));
        Assert.Equal(
            $"${{{{ inputs.action || (github.event.schedule == '{schedules[0][0]}' && 'sleep' || 'wake') }}}}",
            SleepOrWake.Environment["ACTION"]
        );
    }

    private bool IsTagged => File.Exists(_sandbox.At("temp", "tag"));

    private string StackFile => File.ReadAllText(_sandbox.At("workspace", "Pulumi.dev.yaml"));

    private async Task<CommandResult> RunAsync(string action)
    {
        _sandbox.Expressions[SleepOrWake.Environment["ACTION"][4..^3]] = action;
        var mark = await _sandbox.RunAsync(Mark);
        return mark.ExitCode == 0 ? await _sandbox.RunAsync(SleepOrWake) : mark;
    }
}
