using Infra.Wire.Tests.Engine;

namespace Infra.Wire.Tests;

/// <summary>What a user reads where the program refuses to go on, in a preview and in an update: one message, and no stack trace.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData(Operation.Preview)]
    [InlineData(Operation.Update)]
    public async Task Example_values_in_the_stack_file(Operation operation)
    {
        var run = await ProgramRun.StartAsync(Scenario.Read("dev", withExamples: true), operation);

        Assert.Equal(ProgramRun.FailedWithMessage, run.ExitCode);
        var message = Assert.Single(run.Trace.Logged("ERROR"));
        Assert.Contains("example-project", message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", message, StringComparison.Ordinal);
    }
}
