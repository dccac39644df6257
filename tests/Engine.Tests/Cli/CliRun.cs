using System.Collections.Immutable;

namespace Engine.Tests.Cli;

/// <summary>One run of the Pulumi CLI.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="EventLog">What the engine reported, a JSON object a line; empty for commands without the engine.</param>
internal sealed record CliRun(int ExitCode, string Output, ImmutableArray<string> EventLog)
{
    /// <summary>Itself; fails, with the output, if the run did.</summary>
    public CliRun ShouldSucceed()
    {
        Assert.True(ExitCode == 0, $"pulumi failed with exit code {ExitCode}:\n{Output}");
        return this;
    }

    /// <summary>Itself; fails, with the output, if the run did not.</summary>
    public CliRun ShouldFail()
    {
        Assert.True(ExitCode != 0, $"pulumi succeeded:\n{Output}");
        return this;
    }
}
