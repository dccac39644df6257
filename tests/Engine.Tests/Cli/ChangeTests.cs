using Infra.Tests;
using Infra.Tests.Reports.Diff.Steps;

namespace Engine.Tests.Cli;

/// <summary>Changes of settings under the real engine. The offline diff has to show the same steps, in <c>StepScenarioTests</c>.</summary>
[Trait("Category", "Engine")]
public sealed class ChangeTests(BaseStates states) : IClassFixture<BaseStates>
{
    [Theory]
    [MemberData(nameof(StepScenario.Names), MemberType = typeof(StepScenario))]
    public async Task An_update_has_the_steps_of_the_scenario(string name)
    {
        var scenario = StepScenario.Read(name);
        using var stack = await states.CopyAsync(scenario.Before);
        stack.Change(StackFileText.FromSettings(scenario.GetSettingsAfter()));

        var update = (await stack.UpAsync()).ShouldSucceed();

        var steps = EngineSteps.Read(update).ToList();
        var differences = scenario
            .Steps.Except(steps, StringComparer.Ordinal)
            .Select(step => $"only in the scenario: {step}")
            .Concat(steps.Except(scenario.Steps, StringComparer.Ordinal).Select(step => $"only in the engine: {step}"));
        Assert.Equal("", string.Join('\n', differences));
    }
}
