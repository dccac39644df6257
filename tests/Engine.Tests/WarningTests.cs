using Engine.Tests.Engine;

namespace Engine.Tests;

/// <summary>What the program warns of.</summary>
public sealed class WarningTests
{
    [Theory]
    [InlineData(Operation.Preview)]
    [InlineData(Operation.Update)]
    public async Task The_warnings_of_the_settings_come_in_one_message(Operation operation)
    {
        var run = await ProgramRun.GetSharedAsync("flex-start", operation);

        var warnings = Assert.Single(run.Trace.Logged("WARNING"));
        Assert.True(warnings.Split("servings[0].capacity.kind").Length > 2, warnings);
    }

    [Theory]
    [InlineData(Operation.Preview)]
    [InlineData(Operation.Update)]
    public async Task Good_settings_and_the_objects_of_the_release_cause_none(Operation operation)
    {
        var run = await ProgramRun.GetSharedAsync("dev", operation);

        Assert.Empty(run.Trace.Logged("WARNING"));
    }
}
