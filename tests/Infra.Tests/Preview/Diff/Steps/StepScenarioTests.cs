namespace Infra.Tests.Preview.Diff.Steps;

public sealed class StepScenarioTests
{
    [Theory]
    [MemberData(nameof(StepScenario.Names), MemberType = typeof(StepScenario))]
    public async Task The_steps_are_those_of_the_engine(string name)
    {
        var scenario = StepScenario.Read(name);

        Assert.Equal(scenario.Steps, StepScenario.Write(await scenario.DiffAsync()));
        Assert.NotEmpty(scenario.Source);
    }
}
