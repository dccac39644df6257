using Infra.Wire.Tests.Engine;

namespace Infra.Wire.Tests;

/// <summary>What the program does where the engine calls it back.</summary>
public sealed class HookTests
{
    private const string LeaderWorkerSet = "kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet";

    [Fact]
    public async Task A_serving_that_cannot_be_created_is_not_tried_again_and_its_advice_is_logged()
    {
        var run = await ProgramRun.StartAsync(
            Scenario.Read("dev"),
            Operation.Update,
            new() { FailedCreation = LeaderWorkerSet }
        );

        var hook = Assert.Single(run.Trace.Hooks);
        Assert.Equal("{}", hook.Answer.ToJsonString());
        Assert.Contains(run.Trace.Logged("ERROR"), error => error.Contains("kubectl", StringComparison.Ordinal));
        Assert.NotEqual(0, run.ExitCode);
    }
}
