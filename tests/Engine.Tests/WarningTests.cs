using Engine.Tests.Engine;

namespace Engine.Tests;

/// <summary>What the program warns of.</summary>
public sealed class WarningTests
{
    [Theory]
    [InlineData(Operation.Preview)]
    [InlineData(Operation.Update)]
    public async Task The_warnings_of_the_settings_are_one_message(Operation operation)
    {
        var run = await ProgramRun.GetSharedAsync("flex-start", operation);

        var warnings = Assert.Single(run.Trace.Logged("WARNING"));
        Assert.True(warnings.Split("servings[0].capacity.kind").Length > 2, warnings);
    }

    [Theory]
    [InlineData(Operation.Preview)]
    [InlineData(Operation.Update)]
    public async Task Valid_settings_and_release_objects_cause_no_diagnostics(Operation operation)
    {
        var run = await ProgramRun.GetSharedAsync("dev", operation);

        Assert.Empty(run.Trace.Logged("WARNING"));
    }
}
