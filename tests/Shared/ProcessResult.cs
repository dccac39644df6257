namespace Tests.Shared;

/// <summary>The exit code and output of a process.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Errors);
