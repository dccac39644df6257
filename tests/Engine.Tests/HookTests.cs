using Engine.Tests.Engine;

namespace Engine.Tests;

/// <summary>What the program does where the engine calls it back.</summary>
public sealed class HookTests
{
    private const string LeaderWorkerSet = "kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet";

    [Fact]
    public async Task A_failed_create_of_a_serving_is_not_retried_and_logs_troubleshooting_steps()
    {
        var run = await ProgramRun.StartAsync(
            Scenario.Read("dev"),
            Operation.Update,
            new() { FailedCreation = LeaderWorkerSet }
        );

        var hook = Assert.Single(run.Trace.Hooks);
        Assert.Equal("{}", hook.Answer.ToJsonString());
        Assert.Contains(
            hook.Errors,
            error => error.StartsWith("Serving llama2-70b failed to become ready.", StringComparison.Ordinal)
        );
        Assert.NotEqual(0, run.ExitCode);
    }

    [Fact]
    public async Task A_failed_delete_of_a_serving_is_not_retried_and_logs_troubleshooting_steps()
    {
        var run = await ProgramRun.StartAsync(
            Scenario.Read("dev"),
            Operation.Update,
            new() { FailedDeletion = LeaderWorkerSet }
        );

        var hook = Assert.Single(run.Trace.Hooks);
        Assert.Equal("{}", hook.Answer.ToJsonString());
        Assert.Contains(
            hook.Errors,
            error => error.StartsWith("leaderworkerset llama2-70b could not be deleted.", StringComparison.Ordinal)
        );
    }
}
