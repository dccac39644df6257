namespace Infra.Tests.Resources.Platform;

/// <summary>Tests that let a program fail: the SDK then sets the exit code of the whole process, which other tests read.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessExitCode
{
    public const string Name = "The exit code of the process";
}
